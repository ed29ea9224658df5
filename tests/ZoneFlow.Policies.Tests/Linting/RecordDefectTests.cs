using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>Defects that the reader of YAML refuses by itself; a pack that comes from elsewhere can have them all the same.</summary>
public sealed class RecordDefectTests
{
    private static readonly Pack Sound = SamplePack.Pack;

    [Fact]
    public void Check_ValueWithoutSource_IsFound()
    {
        var pack = Sound with { Bans = Sound.Bans.SetItem("no-reapply", Sound.Bans["no-reapply"] with { Source = new Source(" ", null) }) };

        Finds(pack, "no-source", "no-reapply:");
    }

    [Fact]
    public void Check_CriterionWithNeitherTestNorJudge_IsFound()
    {
        var pack = Sound with { Criteria = [.. Sound.Criteria.Select(c => c.Name == "plan" ? c with { Judge = null } : c)] };

        Finds(pack, "empty-criterion", "    plan: {");
    }

    [Fact]
    public void Check_FirstStageUnknown_IsFound() =>
        Finds(Replace("integrity", p => p with { First = "nowhere" }), "unknown-stage", "  integrity:");

    [Fact]
    public void Check_BlocksUnknownAction_IsFound() =>
        Finds(Replace("integrity", p => p with { Blocks = [("designation", "fly")] }), "unknown-action", "  integrity:");

    [Fact]
    public void Check_WaitForNothing_IsFound() =>
        Finds(ReplaceStage("at-sitting", s => (StageRule.Wait)s with { For = null }), "wait-without-reminder", "at-sitting:\n");

    [Fact]
    public void Check_NoticeOfNoLength_IsFound() =>
        Finds(ReplaceStage("renotice", s => (StageRule.Notice)s is var n ? n with { Rule = n.Rule with { For = default } } : s), "absurd-period", " renotice:\n");

    [Fact]
    public void Check_NoDueDateAndNeverAskedAgain_IsFound() =>
        Finds(ReplaceStage("drafting", s => (StageRule.Task)s with { Due = new DueRule.None(default, Source.Norm("X")) }), "never-asked-again", "drafting:\n");

    [Fact]
    public void Check_PanelWithoutSeats_IsFound() =>
        Finds(ReplaceStage("evaluation", s => (StageRule.Panel)s is var p ? p with { Rule = p.Rule with { FewestSeats = 0 } } : s), "absurd-bounds", "evaluation:\n");

    public static TheoryData<string, Step> UnknownInSteps => new()
    {
        { "unknown-standing", new Step.SetStanding("nowhere") },
        { "unknown-flag", new Step.RaiseFlag("nowhere") },
        { "unknown-field", new Step.SetFields(["nowhere"]) },
        { "unknown-item-state", new Step.SetItem("nowhere", null) },
        { "unknown-document", new Step.Announce("nowhere") },
        { "unknown-procedure", new Step.StopOthers(["nowhere"]) },
        { "unknown-outcome", new Step.ApplyOutcome(new Value.Literal("nowhere")) },
        { "unknown-ban", new Step.ImposeBan("nowhere") },
        { "unknown-letter", new Step.Letter("nowhere") },
        { "unknown-link", new Step.Send(new Recipients.Linked("nowhere"), "hello", [], null) },
    };

    [Theory]
    [MemberData(nameof(UnknownInSteps))]
    public void Check_StepNamesSomethingUnknown_IsFound(string rule, Step step) =>
        Finds(ReplaceStage("approving", s => s with { Transitions = [.. s.Transitions.Select(t => t with { Do = t.Do.Add(step) })] }), rule, "approve:\n");

    public static TheoryData<string, Func<TransitionRule, TransitionRule>> UnknownInTransitions => new()
    {
        { "unknown-stage", t => t with { To = new Destination.Stage("nowhere") } },
        { "unknown-role", t => t with { By = ActorRule.One("nobody") } },
        { "unknown-role", t => t with { By = ActorRule.One(ActorRule.Returner) } },
        { "unknown-document", t => t with { Needs = ["nothing"] } },
        { "unknown-criteria-group", t => t with { Judges = ["nothing"] } },
        { "unknown-look-up", t => t with { LooksUp = ["weather"] } },
        { "unknown-standing", t => t with { If = new Guard.Any([new Guard.InStanding(["nowhere"])]) } },
        { "unknown-procedure", t => t with { If = new Guard.NotRunning("nothing") } },
        { "mark-never-set", t => t with { If = new Guard.Past("doomsday") } },
    };

    [Theory]
    [MemberData(nameof(UnknownInTransitions), DisableDiscoveryEnumeration = true)]
    public void Check_TransitionNamesSomethingUnknown_IsFound(string rule, Func<TransitionRule, TransitionRule> change) =>
        Finds(ReplaceStage("approving", s => s with { Transitions = [.. s.Transitions.Select(change)] }), rule, "approve:\n");

    [Fact]
    public void Check_LetterToUnknownRole_IsFound() =>
        Finds(Sound with { Letters = Sound.Letters.SetItem("approved", Sound.Letters["approved"] with { To = ["nobody"] }) }, "unknown-role", "approved: {to");

    [Fact]
    public void Trap_17_AMessageThatLooksSomethingUp_IsFound()
    {
        var (_, findings) = SamplePack.With("round.cleared: {zh: 无异议,", "round.cleared: {zh: 无异议, looks-up: [bans],");

        Assert.Contains(findings, f => f.Rule == "machine-looks-up");
    }

    [Fact]
    public void Check_DutyReplacesUnknownDuty_IsFound() =>
        Finds(Sound with { Duties = [.. Sound.Duties.Select(d => d with { Replaces = "nothing" })] }, "unknown-duty", "yearly-report:");

    private static Pack Replace(string name, Func<ProcedureRule, ProcedureRule> change) =>
        Sound with { Procedures = [.. Sound.Procedures.Select(p => p.Name == name ? change(p) : p)] };

    private static Pack ReplaceStage(string name, Func<StageRule, StageRule> change) =>
        Sound with { Procedures = [.. Sound.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(s => s.Name == name ? change(s) : s)] })] };

    private static void Finds(Pack pack, string rule, string at)
    {
        var findings = SamplePack.Check(pack);
        var place = SamplePack.PlaceOf(SamplePack.Text, at);
        Assert.True(findings.Any(f => f.Rule == rule && new Place(f.File, f.Line) == place && f.Severity == Severity.Error), $"no {rule} at {place}, but: {string.Join('\n', findings)}");
    }
}
