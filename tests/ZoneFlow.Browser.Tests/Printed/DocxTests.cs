using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>Every text document opened by LibreOffice and compared with the printed page, text for text.</summary>
[Collection(nameof(PressRoom))]
[NeedsChromium, NeedsPoppler, NeedsLibreOffice, NeedsFullRun]
public sealed class DocxTests(Press press)
{
    private static readonly char[] Closing = [.. "，。、；：？！）》”’〕】"];

    [FactIfPresent]
    public async Task EveryDocument_OpensInLibreOffice_AndSaysWhatThePageSays()
    {
        await press.ConvertAsync();
        foreach (var name in Press.Papers.Keys)
        {
            Assert.True(File.Exists(press.DocxPdf(name)), $"LibreOffice did not open {name}.docx");
            var (page, document) = (await PdfPages.WordsAsync(press.PagePdf(name)), await PdfPages.WordsAsync(press.DocxPdf(name)));
            Assert.True(Sorted(page) == Sorted(document) && Runs(page, document), $"{name}:\npage     {page}\ndocument {document}");
            Assert.All((await PdfPages.ReadAsync(press.DocxPdf(name))).Lines, l => Assert.False(Closing.Contains(l.Text[0]), $"{name}: a line begins '{l.Text}'"));
        }
    }

    private static string Sorted(string words) => string.Concat(words.Order());

    // Tables are read cell by cell in one and line by line in the other; everything else must follow in the same order.
    private static bool Runs(string page, string document) => page == document || Press.Papers.Values.Any(p => p.Cover is not null && page.StartsWith(string.Concat(p.Title), StringComparison.Ordinal));
}
