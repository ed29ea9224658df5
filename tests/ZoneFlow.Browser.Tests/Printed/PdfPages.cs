using System.Globalization;
using System.Xml.Linq;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>A PDF read back by another program: its lines with their places.</summary>
internal sealed class PdfPages
{
    private const double Millimetres = 25.4 / 72;

    private PdfPages(IReadOnlyList<PdfLine> words, IReadOnlyList<PdfLine> lines, int count) => (Words, Lines, Count) = (words, lines, count);

    /// <summary>What stands apart from what is beside it, such as a cell of a table.</summary>
    public IReadOnlyList<PdfLine> Words { get; }

    /// <summary>From the top of the first page to the foot of the last.</summary>
    public IReadOnlyList<PdfLine> Lines { get; }

    public int Count { get; }

    public PdfLine Line(string containing) => Lines.FirstOrDefault(l => l.Text.Contains(containing, StringComparison.Ordinal))
        ?? throw new Xunit.Sdk.XunitException($"No line has '{containing}' in:\n{string.Join('\n', Lines.Select(l => l.Text))}");

    public static async Task<PdfPages> ReadAsync(string pdf)
    {
        var xml = XDocument.Parse(await Programs.RunAsync(NeedsPopplerAttribute.PdfToText, ["-bbox", pdf, "-"]));
        XNamespace x = "http://www.w3.org/1999/xhtml";
        var (all, lines) = (new List<PdfLine>(), new List<PdfLine>());
        var pages = xml.Descendants(x + "page").ToList();
        foreach (var (page, number) in pages.Select((p, i) => (p, i + 1)))
        {
            var words = page.Elements(x + "word").Select(w => Glyphs(number, w)).Where(w => w.Text.Trim().Length > 0).ToList();
            all.AddRange(words);
            lines.AddRange(Joined(words));
        }

        return new PdfPages(all, lines, pages.Count);
    }

    /// <summary>All of its words in reading order, without blanks and without the page numbers.</summary>
    public static async Task<string> WordsAsync(string pdf)
    {
        var text = await Programs.RunAsync(NeedsPopplerAttribute.PdfToText, ["-raw", pdf, "-"]);
        return string.Concat(text.Split('\n', '\f').Where(l => !IsPageNumber(l)).SelectMany(l => l).Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));
    }

    public static bool IsPageNumber(string line) => line.Trim() is ['—', .. var number, '—'] && number.Trim().All(char.IsAsciiDigit);

    // Words that stand side by side on one height are one line.
    private static IEnumerable<PdfLine> Joined(IEnumerable<PdfLine> words)
    {
        PdfLine? line = null;
        foreach (var word in words)
        {
            if (line is not null && Math.Abs(((line.Top + line.Bottom) - (word.Top + word.Bottom)) / 2) < 1.5 && word.Left >= line.Right - 1)
            {
                line = line with { Text = $"{line.Text}{word.Text}", Right = word.Right, Top = Math.Min(line.Top, word.Top), Bottom = Math.Max(line.Bottom, word.Bottom) };
                continue;
            }

            if (line is not null)
            {
                yield return line;
            }

            line = word;
        }

        if (line is not null)
        {
            yield return line;
        }
    }

    // Chromium prints Noto's Chinese in fonts whose boxes are 2.6 characters high, the characters a quarter of one below their middle.
    private static PdfLine Glyphs(int page, XElement word)
    {
        var (top, bottom) = (At(word, "yMin"), At(word, "yMax"));
        var size = (bottom - top) / 2.6;
        var middle = ((top + bottom) / 2) + (size / 4);
        return new PdfLine(page, word.Value, At(word, "xMin"), middle - (size / 2), At(word, "xMax"), middle + (size / 2));
    }

    private static double At(XElement word, string side) => double.Parse(word.Attribute(side)!.Value, CultureInfo.InvariantCulture) * Millimetres;
}
