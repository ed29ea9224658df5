using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>The rows of the trap table that Liaoning's own text never comes to: its pack with one thing more.</summary>
public sealed class PackTrapTests
{
    [Fact]
    public void Trap_03_RemindersOfOneInstant_GoByTheOrderOfThePack()
    {
        // Two yearly duties of one case, reminded of on the same mornings; the later in the pack has the earlier name.
        var report = Policy.Duty("annual-report");
        var twin = report with { Name = "a-second-report" };
        var life = Designated(Policy with { Duties = [.. Policy.Duties, twin] }).Until("2026-06-01");

        var told = life.World.Journal(Life.Zone).Where(e => e.Changes.Any(c => c is Change.ReminderFellDue { Deadline: "annual-report/2026" or "a-second-report/2026" }))
            .Select(e => (e.At, e.Cause)).ToList();

        Assert.Equal(report.Reminders.Rungs.Length * 2, told.Count);
        Assert.All(told.Chunk(2), pair => Assert.Equal(
            (pair[0].At, "timer:Remind:annual-report/2026", "timer:Remind:a-second-report/2026"), (pair[1].At, pair[0].Cause, pair[1].Cause)));
    }

    [Fact]
    public void Trap_15_AnActionThatAnotherProcedureBlocks_IsRefusedWhileItRuns()
    {
        var life = Designated(With("revocation", p => p with { Blocks = [("formal-plan", "file")] }));
        life.Does(Province, "open-revocation", Life.Many("ground", "（三）有重大违法违规行为"));

        Assert.Equal("blocked", life.Refused(Body, "file").Rule);
        life.Does(Province, "unfounded").Does(Body, "file");

        Assert.Equal("forwarding", life.StageOf("formal-plan"));
    }

    [Fact]
    public void Trap_16_AProcedureThatStartsAnotherWithoutEnd_IsStoppedAtAHundredSteps()
    {
        var starts = Enumerable.Repeat((Step)new Step.Start("change-report", ImmutableSortedDictionary<string, Value>.Empty), 101);
        var life = Designated(With("formal-plan", p => p with
        {
            Stages = [.. p.Stages.Select(s => s is StageRule.Task t ? t with { Transitions = [.. t.Transitions.Select(r => r with { Do = [.. r.Do, .. starts] })] } : s)],
        }));
        var before = life.State;

        Assert.Throws<InvalidOperationException>(() => life.Try(Body, "file"));
        Assert.Same(before, life.State);
    }

    [Theory]
    [InlineData(WhenHeld.Skip, OccurrenceState.Skipped)]
    [InlineData(WhenHeld.Defer, OccurrenceState.Deferred)]
    public void Trap_22_AReportThatOpensWhileItIsHeldOff_IsSkippedOrDeferredAndOpensNoProcedure(WhenHeld when, OccurrenceState becomes)
    {
        var held = Policy.Duty("annual-report") with { HeldBy = "revocation", WhenHeld = when };
        var life = Designated(Policy with { Duties = [.. Policy.Duties.Select(d => d.Name == held.Name ? held : d)] });
        life.Until("2025-12-30").Does(Province, "open-revocation", Life.Many("ground", "（三）有重大违法违规行为")).Until("2026-01-02");

        Assert.Equal(becomes, life.State.Past["annual-report/2026"]);
        Assert.False(life.State.IsRunning("annual-report"));
    }

    private static Pack With(string procedure, Func<ProcedureRule, ProcedureRule> change) =>
        Policy with { Procedures = [.. Policy.Procedures.Select(p => p.Name == procedure ? change(p) : p)] };

    private static Life Designated(Pack pack) =>
        new Life(new World(pack, ChinaCalendar.Today, At("2025-05-06"))).Designated("2025-05-15", "2025-05-15");
}
