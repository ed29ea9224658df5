using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using Xunit.Abstractions;

namespace ZoneFlow.Policies.Tests.Simulation;

public sealed class ExplorerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Packs => [.. ShippedPacks.Names];

    /// <summary>All there is with ZONEFLOW_FULL set, and the beginning of it without.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Explore_AShippedPack_FindsNothingStuckOrForgotten(string name)
    {
        var clock = Stopwatch.StartNew();
        var report = Explorer.Explore(ShippedPacks.Load(name).Pack!, ChinaCalendar.Today, RunSize.Full ? new ExploreBound() : new ExploreBound(100));

        output.WriteLine($"{name}: {report.States} states, {report.Ways} ways, complete {report.Complete}, longest {report.LongestTime.TotalDays:0} days, {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(report.IsClean, string.Join('\n', [.. report.Stuck.Concat(report.Failed).Select(f => $"{f.What}\n  {string.Join("\n  ", f.Way)}"), .. report.Unreminded]));
        Assert.True(!RunSize.Full || report.Complete, $"{report.States} states were not all.");
        Assert.True(!RunSize.Full || report.Unreached.IsEmpty, string.Join(", ", report.Unreached));
        Assert.True(!RunSize.Full || report.LongestTime > TimeSpan.FromDays(3 * 365), $"{report.LongestTime.TotalDays:0} days");
    }

    [Fact]
    public void Explore_AZonesLife_GoesToItsEndByEveryStage()
    {
        var report = Explorer.Explore(ShippedPacks.Load("jilin-2018").Pack!, ChinaCalendar.Today, new ExploreBound());

        Assert.True(report.Complete);
        Assert.Empty(report.Unreached);
        Assert.True(report.LongestTime > TimeSpan.FromDays(3 * 365), $"{report.LongestTime.TotalDays:0} days");
    }

    [Fact]
    public void Explore_TheSamePackTwice_WalksTheSame()
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        string Walk() => Canonical.Text(Explorer.Explore(pack, ChinaCalendar.Today, new ExploreBound(300)));

        Assert.Equal(Walk(), Walk());
    }

    [Fact]
    public void Explore_AWaitThatNobodyWatchesAndNothingEnds_IsReported()
    {
        // Nobody may take the way on, no date is set, and nobody is asked again.
        var pack = Changed("designation", "endorsement", stage => new StageRule.Wait(
            stage.Name, stage.Label, null, "round", [], new Period(100, PeriodUnit.Years), [], stage.Source));
        pack = pack with { Procedures = [.. pack.Procedures.Select(p => p.Name == "designation" ? p with { Anywhere = [] } : p)] };

        var report = Explorer.Explore(pack, ChinaCalendar.Today, new ExploreBound(500));

        Assert.Contains("designation.endorsement", report.Unreminded);
    }

    [Fact]
    public void Explore_ATaskWhoseHoldersAreNeverAbleToAct_IsStuck()
    {
        var pack = Changed("designation", "endorsement", stage => ((StageRule.Task)stage) with
        {
            Transitions = [.. stage.Transitions.Select(t => t with { If = new Guard.InStanding(["revoked"]) })],
        });
        pack = pack with { Procedures = [.. pack.Procedures.Select(p => p.Name == "designation" ? p with { Anywhere = [] } : p)] };

        var report = Explorer.Explore(pack, ChinaCalendar.Today, new ExploreBound(500));

        var stuck = Assert.Single(report.Stuck);
        Assert.StartsWith("designation.endorsement: refused", stuck.What, StringComparison.Ordinal);
        Assert.Contains(stuck.Way, w => w.StartsWith("zone-body zone-1 submit", StringComparison.Ordinal));
    }

    private static Pack Changed(string procedure, string stage, Func<StageRule, StageRule> change)
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        return pack with
        {
            Procedures = [.. pack.Procedures.Select(p => p.Name != procedure ? p : p with { Stages = [.. p.Stages.Select(s => s.Name == stage ? change(s) : s)] })],
        };
    }
}
