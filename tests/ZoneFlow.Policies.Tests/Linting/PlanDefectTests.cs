using System.Text;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>Defects planted in the Shenyang plan, each found by its rule.</summary>
public sealed class PlanDefectTests
{
    [Theory]
    [InlineData("policy.yaml", "kind: unit, article", "kind: authority, article", "no-unit-role")]
    [InlineData("policy.yaml", "kind: lead, per-item: true", "kind: lead", "per-item")]
    [InlineData("reports.yaml", "    per-item: true\n    while", "    while", "per-item")]
    [InlineData("programme.yaml", "do: [{instrument: {issued: $instrument, document: instrument}}, {announce: instrument}]", "do: [{announce: instrument}]", "never-issued")]
    [InlineData("reports.yaml", "looks-up: [funds]\n            if: {fund-rules: met}", "if: {fund-rules: met}", "not-looked-up")]
    [InlineData("programme.yaml", "looks-up: [values], if", "if", "not-looked-up")]
    [InlineData("reports.yaml", "warn: [budget, payment]\n    block: close-year\n    letter: fund-warning\n    article: 三(四)\n    default", "warn: [budget, loan]\n    block: close-year\n    letter: fund-warning\n    article: 三(四)\n    default", "unknown-amount")]
    [InlineData("reports.yaml", "share: market-funds", "share: market-money", "unknown-amount")]
    public void Check_APlantedDefect_IsFoundByItsRule(string file, string sound, string broken, string rule)
    {
        var reading = Planted(file, sound, broken);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.Contains(findings, f => f.Rule == rule);
    }

    [Theory]
    [InlineData("items.yaml", "lead: hunnan", "lead: hunan", "There is no unit 'hunan'")]
    [InlineData("items.yaml", "lead-from: districts", "lead: hunnan\n    lead-from: districts", "either names its lead or says")]
    [InlineData("items.yaml", "basis: yearly-average-growth, baseline: 2018, at-least: 30", "basis: yearly-average-growth, at-least: 30", "needs 'baseline:'")]
    [InlineData("items.yaml", "basis: narrative, article: 一(三), default: 显著提升不作定量，由文字说明}", "basis: narrative, at-least: 3, article: 一(三)}", "must set a target")]
    [InlineData("items.yaml", "unit: 件, basis: cumulative, at-least: 20", "unit: 件, basis: cumulative", "must set a target")]
    [InlineData("items.yaml", "restated: [{at-least: 200, article: 一(三)}]", "restated: [{article: 一(三)}]", "must set a target")]
    public void Read_AWrongItem_IsRefusedInWords(string file, string sound, string broken, string says)
    {
        var reading = Planted(file, sound, broken);

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == file && p.Message.Contains(says, StringComparison.Ordinal));
    }

    private static PackReading Planted(string file, string sound, string broken)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "shenyang-2020")).ToDictionary(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files[file]);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no '{sound}'.");
        files[file] = Encoding.UTF8.GetBytes(text[..at] + broken + text[(at + sound.Length)..]);
        return PackFolder.ReadFiles(files);
    }
}
