using ZoneFlow.TestKit.Parts;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>Letters printed by Chromium and read back by position: where GB/T 9704-2012 puts each part.</summary>
[Collection(nameof(PressRoom))]
[NeedsChromium, NeedsPoppler]
public sealed class LetterLayoutTests(Press press)
{
    private const double Left = 28;
    private const double Right = 210 - 26;
    private const double Top = 37;
    private const double Bottom = 297 - 35;
    private const double Char = 156.0 / 28;
    private static readonly char[] Closing = [.. "，。、；：？！）》”’〕】"];

    private static IEnumerable<KeyValuePair<string, Paper>> Letters => Press.Papers.Where(p => p.Value.Format is not PaperFormat.Form);

    [FactIfPresent]
    public void EveryLetter_StaysInTheTypeArea()
    {
        foreach (var (name, paper) in Letters)
        {
            foreach (var line in press.Pages(name).Lines.Where(l => !PdfPages.IsPageNumber(l.Text)))
            {
                Assert.True(line.Left >= Left - (paper.Format == PaperFormat.Letter ? 7.5 : 0.6) && line.Right <= Right + 1.2, $"{name}: '{line.Text}' from {line.Left:F1} to {line.Right:F1} mm");
                Assert.True(line.Top >= (paper.Format == PaperFormat.Letter ? 29 : Top - 1) && line.Bottom <= Bottom + 1.5, $"{name}: '{line.Text}' from {line.Top:F1} to {line.Bottom:F1} mm high");
            }
        }
    }

    [FactIfPresent]
    public void LongLetter_HasTwentyTwoLinesOfTwentyEightCharacters()
    {
        var pages = press.Pages("long");
        Assert.True(pages.Count >= 3, $"{pages.Count} pages");
        var second = pages.Lines.Where(l => l.Page == 2 && !PdfPages.IsPageNumber(l.Text)).ToList();
        Assert.Equal(22, second.Count);
        Assert.InRange(second[0].Top, Top - 0.5, Top + 3);
        Assert.InRange((second[^1].Top - second[0].Top) / 21, 10.1, 10.3);
        var full = second.Where(l => l.Right > Right - 2 && l.Left < Left + 1).ToList();
        Assert.All(full, l => Assert.InRange(l.Text.Length, 27, 28));
        Assert.Contains(full, l => l.Text.Length == 28);
        Assert.All(second, l => Assert.DoesNotContain(l.Text[0], Closing));
    }

    [FactIfPresent]
    public void EveryLine_BeginsWithNoClosingMark()
    {
        foreach (var (name, _) in Letters)
        {
            Assert.All(press.Pages(name).Lines, l => Assert.False(Closing.Contains(l.Text[0]), $"{name}: a line begins '{l.Text}'"));
        }
    }

    [FactIfPresent]
    public void PageNumbers_StandUnderTheTypeArea_OuterSide()
    {
        var numbers = press.Pages("long").Lines.Where(l => PdfPages.IsPageNumber(l.Text)).ToList();
        Assert.Equal(["—2—", "—3—"], numbers.Take(2).Select(n => n.Text));
        Assert.All(numbers, n => Assert.InRange(n.Top, Bottom + 5, Bottom + 12));
        Assert.InRange(numbers[0].Left, Left + 3, Left + 8);
        Assert.InRange(numbers[1].Right, Right - 8, Right - 3);
    }

    [FactIfPresent]
    public void Document_HasItsHeadNumberTitleAndRecipientInOrder()
    {
        foreach (var (name, paper) in Letters.Where(l => l.Value.Format == PaperFormat.Document && l.Key != "long-name"))
        {
            var pages = press.Pages(name);
            var head = pages.Lines[0];
            Assert.Equal(paper.HeadText(), head.Text);
            Assert.InRange(head.Top, Top + 34, Top + 42);
            Centred(name, head);
            var number = pages.Line(paper.Number!);
            Centred(name, number);
            Assert.InRange(number.Top - head.Bottom, 18, 30);
            var title = pages.Lines.First(l => l.Top > number.Bottom);
            Centred(name, title);
            Assert.InRange(title.Top - number.Bottom, 20, 32);
            Assert.InRange(title.Height, 6, 13);
            if (paper.Recipient is { } recipient)
            {
                var to = pages.Lines.First(l => recipient.StartsWith(l.Text, StringComparison.Ordinal));
                Assert.InRange(to.Left, Left - 0.5, Left + 0.8);
                Assert.EndsWith("：", recipient, StringComparison.Ordinal);
            }
        }
    }

    [FactIfPresent]
    public void Letter_HasItsHeadOnTopAndItsNumberAtTheRight()
    {
        foreach (var (name, paper) in Letters.Where(l => l.Value.Format == PaperFormat.Letter))
        {
            var pages = press.Pages(name);
            Assert.Equal(paper.Head, pages.Lines[0].Text);
            Assert.InRange(pages.Lines[0].Top, 29, 36);
            var number = pages.Line(paper.Number!);
            Assert.InRange(number.Right, Right - 1, Right + 1);
            var title = pages.Lines.First(l => l.Top > number.Bottom);
            Centred(name, title);
            Assert.DoesNotContain(pages.Lines, l => l.Page == 1 && PdfPages.IsPageNumber(l.Text));
        }
    }

    [FactIfPresent]
    public void EveryLetter_HasDateAndSealPlaceAtTheRight_NameCentredOverTheDate()
    {
        foreach (var (name, paper) in Letters.Where(l => l.Value is { Signature: { Date: not null, IsWide: false }, Format: not PaperFormat.Certificate }))
        {
            var pages = press.Pages(name);
            var (seal, after) = (pages.Line(PaperSignature.SealPlace), pages.Lines.SkipWhile(l => l.Text != PaperSignature.SealPlace).Skip(1).ToList());
            var (unit, date) = (after.First(l => l.Text == paper.Signature!.Unit), after.First(l => l.Text == paper.Signature!.Date));
            Assert.InRange(date.Right, Right - (4 * Char) - 1.2, Right - (4 * Char) + 1.2);
            Assert.InRange(unit.Middle, date.Middle - 1, date.Middle + 1);
            Assert.InRange(date.Top - unit.Top, 10, 10.5);
            Assert.InRange(seal.Middle, date.Middle - 1, date.Middle + 1);
            Assert.True(seal.Page == date.Page && seal.Top < unit.Top, name);
            Assert.Matches("^[1-9][0-9]{3}年[1-9][0-9]?月[1-9][0-9]?日$", date.Text);
        }
    }

    [FactIfPresent]
    public void EveryDocument_EndsWithItsImprint_OfOnePageAtItsFoot()
    {
        foreach (var (name, paper) in Letters.Where(l => l.Value.Imprint is not null))
        {
            var pages = press.Pages(name);
            // By place and not by reading order: what stands far apart on one line is read as two columns.
            var words = pages.Words.Where(w => w.Page == pages.Count && w.Bottom < Bottom + 2).ToList();
            var last = words.MaxBy(w => w.Bottom)!;
            var line = string.Concat(words.Where(w => Math.Abs(w.Bottom - last.Bottom) < 1.5).OrderBy(w => w.Left).Select(w => w.Text));
            Assert.True(line == $"{paper.Imprint!.Unit}{paper.Imprint.Date}印发", $"{name}: '{line}'");
            Assert.True(pages.Count > 1 || last.Bottom is > Bottom - 6 and < Bottom + 1, $"{name}: the imprint ends at {last.Bottom:F1} mm");
        }
    }

    [FactIfPresent]
    public void EveryBody_IndentsTwoCharacters()
    {
        foreach (var (name, paper) in Letters.Where(l => l.Value.Format is not PaperFormat.Certificate))
        {
            var pages = press.Pages(name);
            foreach (var text in paper.Body.OfType<PaperBlock.Text>())
            {
                var first = pages.Lines.First(l => l.Text.Length > 3 && text.Words.Replace(" ", "", StringComparison.Ordinal).StartsWith(l.Text, StringComparison.Ordinal));
                Assert.True(Math.Abs(first.Left - Left - (2 * Char)) < 0.8, $"{name}: '{first.Text}' begins at {first.Left:F1} mm");
            }
        }
    }

    [FactIfPresent]
    public void NameOf120Characters_KeepsTheLetterWhole()
    {
        var words = string.Concat(press.Pages("long-name").Lines.Where(l => !PdfPages.IsPageNumber(l.Text)).Select(l => l.Text));
        Assert.Contains(SamplePapers.LongName.Recipient!, words, StringComparison.Ordinal);
        Assert.Contains(SamplePapers.LongName.Title[0], words, StringComparison.Ordinal);
    }

    private static void Centred(string name, PdfLine line) =>
        Assert.True(Math.Abs(line.Middle - ((Left + Right) / 2)) < 1.5, $"{name}: '{line.Text}' is centred at {line.Middle:F1} mm");
}
