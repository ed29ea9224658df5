using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>Defects planted in how long a policy keeps its cases, each found by its rule or refused in words.</summary>
public sealed class KeepDefectTests
{
    private const string Terms = "keep: {standings: {refused: 10y, withdrawn: 10y, revoked: 30y}, readings: 3y, ";

    [Theory]
    [InlineData(Terms, "keep: {standings: {refused: 10y, withdrawn: 120mo, revoked: 30y}, ", null)]
    [InlineData(Terms, "keep: {standings: {refused: 10y, revoked: 30y}, readings: 3y, ", "keep-unsaid")]
    [InlineData(Terms, "keep: {standings: {refused: 10y, withdrawn: 10y, revoked: 30y, operating: 5y}, ", "keep-not-final")]
    [InlineData(Terms, "keep: {standings: {refused: 3650d, withdrawn: 10y, revoked: 30y}, ", "keep-days")]
    [InlineData(Terms, "keep: {standings: {refused: 10y, withdrawn: 10y, revoked: 30y}, readings: 20wd, ", "keep-days")]
    public void Check_APlantedDefect_IsFoundByItsRule(string sound, string broken, string? rule)
    {
        var reading = Planted(sound, broken);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        var found = Linter.Check(reading.Pack!, reading.Positions).Where(f => f.Rule.StartsWith("keep-", StringComparison.Ordinal)).ToList();
        Assert.Equal(rule is null ? [] : [rule], found.Select(f => f.Rule));
        Assert.All(found, f => Assert.True(f.Line > 0 && f.File == "policy.yaml", f.ToString()));
    }

    [Fact]
    public void Check_ACaseThatCanEndWithoutATerm_IsFound()
    {
        var text = Encoding.UTF8.GetString(Files()["policy.yaml"]);
        var line = text.Split('\n').First(l => l.Contains(Terms, StringComparison.Ordinal));
        var reading = Planted($"{line}\n", "");

        Assert.Contains(Linter.Check(reading.Pack!, reading.Positions), f => f.Rule == "keep-unsaid" && f.Sentence.Contains("'zone'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("refused: 10y", "refused: 0y", "is a period of no length")]
    [InlineData("refused: 10y", "refused: long", "is no period")]
    [InlineData("refused: 10y", "lost: 10y", "There is no standing of zone 'lost'")]
    [InlineData("readings: 3y, ", "mails: 3y, ", "mails")]
    public void Read_AWrongTerm_IsRefusedInWords(string sound, string broken, string says)
    {
        var reading = Planted(Terms, Terms.Replace(sound, broken, StringComparison.Ordinal));

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == "policy.yaml" && p.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AShippedPack_GivesEachEndATermAsANorm()
    {
        var keep = PackFolder.ReadFiles(Files()).Pack!.Cases["zone"].Keep!;

        Assert.Equal((new Period(30, PeriodUnit.Years), new Period(3, PeriodUnit.Years)), (keep.Standings["revoked"], keep.Readings));
        Assert.Equal(Core.Policies.LegalEffect.ServiceNorm, keep.Source.Effect);
    }

    private static Dictionary<string, byte[]> Files() => PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(StringComparer.Ordinal);

    private static PackReading Planted(string sound, string broken)
    {
        var files = Files();
        var text = Encoding.UTF8.GetString(files["policy.yaml"]);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"policy.yaml has no '{sound}'.");
        files["policy.yaml"] = Encoding.UTF8.GetBytes(text[..at] + broken + text[(at + sound.Length)..]);
        return PackFolder.ReadFiles(files);
    }
}
