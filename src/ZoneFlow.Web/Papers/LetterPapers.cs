using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Papers;

/// <summary>
/// A letter's template and its values as a paper. The template's lines say what each is: a first line that ends in a colon is the
/// recipient, one with 附件： or 抄送： what it says, the last two the office and the date; everything between is the body.
/// </summary>
public static class LetterPapers
{
    private static readonly string[] Offices = ["{office}", "{issuer}", "{city}"];
    private static readonly string[] Dates = ["{date}", "{dated}"];
    private static readonly char[] Numerals = [.. "一二三四五六七八九十"];

    /// <param name="values">Every placeholder's text, in Chinese.</param>
    /// <param name="copies">Who gets copies, where the template names nobody.</param>
    public static Paper Of(LetterRule letter, IReadOnlyDictionary<string, string> values, string? number, string? copies)
    {
        var lines = letter.Body.Zh.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var date = Take(lines, Dates);
        var unit = Take(lines, Offices) ?? "{issuer}";
        var recipient = letter.Format is LetterFormat.Document or LetterFormat.Letter && lines.Count > 0 && lines[0].EndsWith('：') ? lines[0] : null;
        if (recipient is not null)
        {
            lines.RemoveAt(0);
        }

        var attachments = TakeMarked(lines, "附件：");
        var named = TakeMarked(lines, "抄送：");
        var office = Fill(unit, values);
        var dated = date is null ? null : Fill(date, values);
        copies = named.Count > 0 ? string.Join('，', named.Select(n => Fill(n, values))) : copies;
        return new Paper(Format(letter.Format), office, number, [Fill(letter.Title.Zh, values)], recipient is null ? null : Fill(recipient, values), [.. lines.SelectMany(l => Blocks(l, values))])
        {
            Attachments = [.. attachments.Select(a => Fill(a, values))],
            Signature = new PaperSignature(office, dated),
            Imprint = letter.Format == LetterFormat.Document ? new PaperImprint(copies, office, dated ?? "") : null,
        };
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static PaperFormat Format(LetterFormat format) => format switch
    {
        LetterFormat.Letter => PaperFormat.Letter,
        LetterFormat.Notice => PaperFormat.Notice,
        LetterFormat.Certificate => PaperFormat.Certificate,
        _ => PaperFormat.Document,
    };

    private static string? Take(List<string> lines, string[] known)
    {
        if (lines.Count == 0 || !known.Contains(lines[^1]))
        {
            return null;
        }

        var last = lines[^1];
        lines.RemoveAt(lines.Count - 1);
        return last;
    }

    private static List<string> TakeMarked(List<string> lines, string mark)
    {
        var taken = lines.Where(l => l.StartsWith(mark, StringComparison.Ordinal)).Select(l => l[mark.Length..]).ToList();
        lines.RemoveAll(l => l.StartsWith(mark, StringComparison.Ordinal));
        return taken;
    }

    // A value of several lines, such as a long reason or a list, makes several paragraphs.
    private static IEnumerable<PaperBlock> Blocks(string line, IReadOnlyDictionary<string, string> values) =>
        Fill(line, values).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => new PaperBlock.Text(l, Level(l)));

    private static int Level(string line)
    {
        var numerals = line.TrimStart('（').TakeWhile(Numerals.Contains).Count();
        return numerals == 0 || line.Length > 60 ? 0
            : line[0] == '（' && line.Length > numerals + 1 && line[numerals + 1] == '）' ? 2
            : line[0] != '（' && line.Length > numerals && line[numerals] == '、' ? 1
            : 0;
    }
}
