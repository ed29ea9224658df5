using System.Text.RegularExpressions;

namespace ZoneFlow.Policies.Tests;

/// <summary>The checklist of OWASP ASVS: whole, counted rightly, and naming tests that there are.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Outcomes = ["test", "setting", "reason", "deviation", "open", "n/a"];
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "infra", "asvs.md"));

    private static IReadOnlyList<(string Number, string Outcome, string Where)> Lines { get; } =
        [.. Row().Matches(Text).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value))];

    [Fact]
    public void Checklist_HasEachLineOnce_WithAnOutcomeAndItsGround()
    {
        Assert.Equal(253, Lines.Select(l => l.Number).Distinct().Count());
        Assert.Equal(253, Lines.Count);
        Assert.All(Lines, l => Assert.Contains(l.Outcome, Outcomes));
        Assert.All(Lines, l => Assert.True(l.Where.Trim().Length > 3, l.Number));
    }

    [Fact]
    public void Counts_AreThoseOfItsLines()
    {
        foreach (var outcome in Outcomes)
        {
            Assert.Contains($"{outcome} {Lines.Count(l => l.Outcome == outcome)}", Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tests_ThatAreNamed_AreThere()
    {
        var there = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(f).Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(Lines.Where(l => l.Outcome == "test"), l => Assert.True(Named().IsMatch(l.Where), $"{l.Number} names no test"));
        Assert.All(Named().Matches(Text).Select(m => m.Groups[1].Value), name => Assert.True(name == "AsvsTests" || there.Contains(name), name));
    }

    [GeneratedRegex(@"^\| ([\d.]+) \| \d \| ([a-z/]+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex Named();
}
