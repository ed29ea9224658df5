using System.Text.RegularExpressions;
using ZoneFlow.Faults.Planted;

namespace ZoneFlow.Faults;

public sealed partial class TrapTests
{
    /// <summary>The situations that a naive reading gets wrong, numbered where they were collected.</summary>
    private const int Traps = 24;

    [Fact]
    public void EveryTrap_HasATestNamedForIt()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Planting.Repository, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(f => TestOfATrap().Matches(File.ReadAllText(f))).Select(m => int.Parse(m.Groups[1].ValueSpan, null)).ToHashSet();

        Assert.Empty(Enumerable.Range(1, Traps).Except(named));
    }

    [GeneratedRegex(@"public (?:async Task|void) Trap_(\d\d)_")]
    private static partial Regex TestOfATrap();
}
