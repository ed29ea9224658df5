using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>Every text document by the file format's own schema, so that a word processor opens it without repair; and by the standard's rules of setting.</summary>
public sealed class DocxShapeTests
{
    private static IEnumerable<KeyValuePair<string, Paper>> All =>
        SamplePapers.Letters.Concat(SamplePapers.Forms).Append(new("long", SamplePapers.Long)).Append(new("long-name", SamplePapers.LongName))
            .Append(new("corrected", SamplePapers.Letters["liaoning-2025-approval"] with { Remark = "本文书更正并替代2025年6月20日出具的《关于同意设立的批复》。" }));

    [Fact]
    public void EveryDocument_IsOfTheSchema()
    {
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013);
        foreach (var (name, paper) in All.Where((_, i) => RunSize.Full || i % 4 == 0))
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(PaperDocx.Of(paper)), false);
            Assert.True(
                validator.Validate(document).FirstOrDefault() is not { } fault, $"{name}: {validator.Validate(document).FirstOrDefault()?.Description} at {validator.Validate(document).FirstOrDefault()?.Path?.XPath}");
        }
    }

    [Fact]
    public void EveryParagraph_BeginsNoLineWithAClosingMarkAndLosesNone()
    {
        foreach (var (name, paper) in All)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(PaperDocx.Of(paper)), false);
            foreach (var properties in document.MainDocumentPart!.Document.Descendants<ParagraphProperties>().Where(p => p.Kinsoku is not null))
            {
                Assert.True(properties.OverflowPunctuation?.Val?.Value == true, $"{name}: '{properties.Parent!.InnerText}'");
            }

            Assert.NotNull(document.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.ParagraphPropertiesDefault!.ParagraphPropertiesBaseStyle!.Kinsoku);
        }
    }

    // A letter is set as Chinese is: no half-width mark among Chinese, whatever the template or the person wrote.
    [Fact]
    public void EveryLetter_HasFullWidthPunctuation()
    {
        foreach (var (name, paper) in SamplePapers.Letters)
        {
            foreach (var words in paper.Body.OfType<PaperBlock.Text>().Select(t => t.Words).Concat(paper.Title).Concat(paper.Attachments).Append(paper.Recipient ?? ""))
            {
                Assert.True(words == Typography.Text(words), $"{name}: '{words}', not '{Typography.Text(words)}'");
            }
        }
    }

    [Fact]
    public void EveryLetter_IsSignedWithAWholeNameAndADateWithoutZeros()
    {
        foreach (var id in new[] { "liaoning-2025", "jilin-2018", "beijing-2023" })
        {
            var pack = ShippedPacks.Load(id).Pack!;
            foreach (var (name, paper) in SamplePapers.Letters.Where(l => l.Key.StartsWith(id, StringComparison.Ordinal)))
            {
                Assert.Contains(paper.Head, new[] { pack.Issuer, "沈阳市知识产权局" });
                Assert.Equal(paper.Head, paper.Signature!.Unit);
                Assert.Matches("^[1-9][0-9]{3}年[1-9][0-9]?月[1-9][0-9]?日$", paper.Signature.Date!);
                Assert.True(paper.Imprint is null == paper.Format is not PaperFormat.Document, name);
            }
        }
    }

    [Fact]
    public void Amount_OnAForm_StandsInItsUnitWithTheExactFigureBeside()
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        var money = pack.Form.First(f => f.Type is FieldType.Number or FieldType.Whole);
        var fields = pack with { Form = [.. pack.Form.Select(f => f.Name == money.Name ? f with { Type = new FieldType.Money() } : f)] };
        var answers = new Dictionary<string, Core.Cases.FieldValue> { [money.Name] = new Core.Cases.FieldValue.Number(21_500_000) };

        var printed = new SheetPapers(fields, pack.Sheet!, answers, _ => null).Of(null);

        Assert.Contains(printed.Body.OfType<PaperBlock.Table>().SelectMany(t => t.Rows).SelectMany(r => r).SelectMany(c => c.Text), t => t.StartsWith("2150万元（21,500,000元）", StringComparison.Ordinal));
    }
}
