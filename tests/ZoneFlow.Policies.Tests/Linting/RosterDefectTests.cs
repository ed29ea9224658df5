using System.Text;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>Defects planted in Beijing's list of companies, each found by its rule.</summary>
public sealed class RosterDefectTests
{
    public static TheoryData<string, string, string> Defects => new()
    {
        { "criteria: [companies, smes, high-end, patents]", "criteria: [companies, services]", "roster-watch" },
        { "criteria: [companies, smes, high-end, patents]", "criteria: [companies, firms]", "unknown-criterion" },
        { "smes: {where: sme}", "smes: {where: small}", "unknown-column" },
        { "smes: {where: sme}", "smes: {where: sme, is: 是}", "roster-count" },
        { "valid-patents: {sum: valid-patents}", "valid-patents: {sum: sme}", "roster-count" },
        { "companies: {rows: all}", "carrier: {rows: all}", "roster-count" },
        { "companies: {rows: all}", "firms: {rows: all}", "unknown-field" },
        { "en: Valid patents, type: whole", "en: Valid patents, type: money", "roster-column" },
    };

    public static IEnumerable<object[]> Some => RunSize.Of(4, Defects);

    [Theory]
    [MemberData(nameof(Some))]
    public void Check_APlantedDefect_IsFoundByItsRule(string sound, string broken, string rule)
    {
        var reading = Planted(sound, broken);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        Assert.Contains(Linter.Check(reading.Pack!, reading.Positions), f => f.Rule == rule);
    }

    [Theory]
    [InlineData("companies: {rows: all}", "companies: {}", "counts 'rows: all'")]
    [InlineData("companies: {rows: all}", "companies: {rows: all, sum: valid-patents}", "counts 'rows: all'")]
    [InlineData("valid-patents: {sum: valid-patents}", "valid-patents: {sum: valid-patents, is: 甲}", "says 'is:' of no column")]
    [InlineData("by: [operating-body]", "by: [operator]", "There is no role 'operator'")]
    [InlineData("while: [recognised]", "while: [recognized]", "recognized")]
    public void Read_AWrongRoster_IsRefusedInWords(string sound, string broken, string says)
    {
        var reading = Planted(sound, broken);

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == "rosters.yaml" && p.Message.Contains(says, StringComparison.Ordinal));
    }

    private static PackReading Planted(string sound, string broken)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "beijing-2023")).ToDictionary(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files["rosters.yaml"]);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"rosters.yaml has no '{sound}'.");
        files["rosters.yaml"] = Encoding.UTF8.GetBytes(text[..at] + broken + text[(at + sound.Length)..]);
        return PackFolder.ReadFiles(files);
    }
}
