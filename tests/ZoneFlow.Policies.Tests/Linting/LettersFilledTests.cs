using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>A letter that names what its action does not give, or what is in no list: an error with file and line.</summary>
public sealed class LettersFilledTests
{
    private const string Gap = "reason: required, do: [{standing: refused}, {letter: declined}], to: ended, default: 文本未定不予推荐";

    [Fact]
    public void Letter_GivingAReasonThatNobodyIsAskedFor_IsAnErrorAtItsLine()
    {
        var files = Liaoning();
        files["designation.yaml"] = files["designation.yaml"].Replace(Gap, Gap.Replace("reason: required, ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var finding = Assert.Single(Check(files), f => f.Rule == "letter-gap");
        Assert.Equal("letters.yaml", finding.File);
        Assert.Equal(Line(files["letters.yaml"], "  declined:"), finding.Line);
        Assert.Contains("{reason}", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{applicnt}")]
    [InlineData("{}")]
    [InlineData("{applicant")]
    public void Letter_WithAnUnknownPlaceholder_IsAProblemWithFileAndLine(string placeholder)
    {
        var files = Liaoning();
        files["letters.yaml"] = files["letters.yaml"].Replace("'关于同意设立{zone}的批复'", $"'关于同意设立{placeholder}的批复'", StringComparison.Ordinal);

        var problem = Assert.Single(Read(files).Problems, p => p.Message.Contains("placeholder", StringComparison.Ordinal));
        Assert.Equal(("letters.yaml", Line(files["letters.yaml"], placeholder)), (problem.File, problem.Line));
    }

    [Fact]
    public void Form_PrintedWithoutOneOfItsFields_IsAnErrorAtTheField()
    {
        var files = Liaoning();
        files["sheet.yaml"] = files["sheet.yaml"].Replace("{address}", "", StringComparison.Ordinal);

        var finding = Assert.Single(Check(files), f => f.Rule == "unprinted-field");
        Assert.Equal(("form.yaml", Line(files["form.yaml"], "    address:")), (finding.File, finding.Line));
    }

    [Fact]
    public void Form_PrintingAFieldThatItDoesNotAsk_IsAProblemWithFileAndLine()
    {
        var files = Liaoning();
        files["sheet.yaml"] = files["sheet.yaml"].Replace("{address}", "{adress}", StringComparison.Ordinal);

        Assert.Contains(Read(files).Problems, p => p.File == "sheet.yaml" && p.Line == Line(files["sheet.yaml"], "{adress}"));
    }

    private static Dictionary<string, string> Liaoning() =>
        PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetString(f.Value), StringComparer.Ordinal);

    private static PackReading Read(Dictionary<string, string> files) =>
        PackFolder.ReadFiles(files.ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));

    private static IEnumerable<Finding> Check(Dictionary<string, string> files)
    {
        var reading = Read(files);
        Assert.Empty(reading.Problems);
        return Linter.Check(reading.Pack!, reading.Positions);
    }

    private static int Line(string text, string containing) => text[..text.IndexOf(containing, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
