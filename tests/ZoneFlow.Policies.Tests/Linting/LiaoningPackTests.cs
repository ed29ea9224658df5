using System.Text;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class LiaoningPackTests
{
    private const string Name = "liaoning-2025";
    private static readonly string Folder = Path.Combine(ShippedPacks.Folder, Name);

    [Fact]
    public void Check_Liaoning_IsClean()
    {
        var reading = ShippedPacks.Load(Name);

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    /// <summary>The annex as published counts agencies without telling physical from functional ones, so 第七条第（三）项 cannot be tested (LN-A1).</summary>
    [Fact]
    public void Check_LiaoningFormAsPublished_FailsArticleSeven()
    {
        var files = PackFolder.FilesOf(Folder).ToDictionary(StringComparer.Ordinal);
        var lines = Encoding.UTF8.GetString(files["form.yaml"]).Split('\n');
        var published = lines.Where(l => !l.StartsWith("    physical: {zh: 其中物理性集聚机构", StringComparison.Ordinal) && !l.StartsWith("    functional: {zh: 其中功能性集聚机构", StringComparison.Ordinal)).ToArray();
        Assert.Equal(lines.Length - 2, published.Length);
        files["form.yaml"] = Encoding.UTF8.GetBytes(string.Join('\n', published));
        var reading = PackFolder.ReadFiles(files);

        var findings = Linter.Check(reading.Pack!, reading.Positions).Where(f => f.Rule == "unasked-field").ToList();

        int[] tested = [.. new[] { "agencies", "agencies", "physical" }.Select(c => Array.FindLastIndex(published, l => l.StartsWith($"    {c}: {{zh: ", StringComparison.Ordinal)) + 1)];
        Assert.Equal(tested.Select(l => ("form.yaml", l)), findings.Select(f => (f.File, f.Line)));
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Contains("第七条第（三）项", f.Sentence, StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Sentence.Contains("'physical'", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Sentence.Contains("'functional'", StringComparison.Ordinal));
    }

    /// <summary>The sitting as first sketched: a zone tabled while the meeting was being called was lost.</summary>
    [Fact]
    public void Check_LateZoneNotHeardInTheMeeting_IsFound()
    {
        var files = PackFolder.FilesOf(Folder).ToDictionary(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files["sitting.yaml"]);
        var late = text.Split('\n').Select((line, at) => (line, at)).Where(l => l.line.TrimStart().StartsWith("zone.tabled:", StringComparison.Ordinal)).ToList();
        Assert.True(late.Count > 1);
        files["sitting.yaml"] = Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n').Where((_, at) => late.Skip(1).All(l => l.at != at))));
        var reading = PackFolder.ReadFiles(files);

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.Contains(findings, f => f is { Rule: "unhandled-message", File: "sitting.yaml" });
    }

    [Fact]
    public void Of_Liaoning_SaysWhatBecomesOfEachOfTheTwentyFourArticles()
    {
        var coverage = Coverage.Of(ShippedPacks.Load(Name));

        Assert.Equal(
            "第五条 第六条 第七条 第九条 第十一条 第十四条 第十六条 第二十条 第二十一条 第二十四条 附件",
            string.Join(' ', coverage.Executed));
        Assert.Equal("第四条 第八条 第十条 第十二条 第十三条 第十五条", string.Join(' ', coverage.InPart));
        Assert.Equal("第一条 第二条 第三条 第十七条 第十八条 第十九条 第二十二条 第二十三条", string.Join(' ', coverage.TextOnly));
        Assert.Empty(coverage.Unmentioned);
        Assert.Contains(coverage.Defaulted, d => d is { Key: "第十五条 文本未定评估时限，期满前30日启动、期满后60日内完成", Value: 1 });
        Assert.Contains(coverage.Defaulted, d => d is { Key: "第十六条未定起算点，自通知送达起算", Value: 1 });
    }
}
