using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What an action asks for beside its inputs: papers, a reason, a code, conditions attested, and the choices that are kept.</summary>
public sealed class ReadinessTests
{
    private static readonly OneAct Given = new();

    [Fact]
    public void Paper_ThatIsNeeded_IsNamedUntilItComes_AndAStrayOneIsNotTaken()
    {
        var act = Given with { Says = r => r with { Needs = ["list", "report"] } };
        var missing = (act with { Files = ["list"] }).Decided().Refusal!;
        Assert.Equal(("documents-missing", "report", "Annual report"), (missing.Rule, missing.Details.Single().Name, missing.Details.Single().Message.En));
        Assert.Equal(["list", "report"], act.Decided().Refusal!.Details.Select(d => d.Name));

        var taken = (act with { Files = ["list", "report"] }).Decided();
        Assert.Equal(["list", "report"], Changes<Change.DocumentFiled>(taken).Select(d => d.Document.Slot));
        Assert.Equal([2, 1], Changes<Change.DocumentFiled>(taken).Select(d => d.Document.Version));
        Assert.Equal(("document-not-asked", "application"), (act with { Files = ["list", "report", "application"] }).Decided().Refusal is var stray ? (stray!.Rule, stray.Details.Single().Name) : default);
        var free = act with { Files = ["list", "report", "application"], Pack = p => p with { Documents = p.Documents.SetItem("application", p.Documents["application"] with { Free = true }) } };
        Assert.Null(free.Against());
    }

    [Fact]
    public void Paper_FiledOnThisVisit_NeedNotComeAgain()
    {
        var filed = Sent(Province, new SignalBody.FileDocument("designation/1", Approving.Procedures[0].Visit, Policies("list")), Approving, Needing());
        Assert.Null(Said(filed));
        var act = Given with { Says = r => r with { Needs = ["list"] } };
        Assert.Null((act with { State = _ => filed.State! }).Against());
        Assert.Equal("documents-missing", act.Decided().Refusal?.Rule);

        Assert.Equal("document-not-asked", Sent(Body, new SignalBody.FileDocument("designation/1", Approving.Procedures[0].Visit, Policies("list")), Approving, Needing()).Refusal?.Rule);
        Assert.Equal("document-not-asked", Sent(Province, new SignalBody.FileDocument("designation/1", Approving.Procedures[0].Visit, Policies("report")), Approving, Needing()).Refusal?.Rule);
        Assert.Equal("moved-on", Sent(Province, new SignalBody.FileDocument("designation/1", 1, Policies("list")), Approving, Needing()).Refusal?.Rule);

        static Pack Needing() => Small with
        {
            Procedures = [.. Small.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(s => s is StageRule.Task { Name: "approving" } t ? t with { Transitions = [.. t.Transitions.Select(r => r with { Needs = ["list"] })] } : s)] })],
        };
        static FiledDocument Policies(string slot) => ZoneFlow.Policies.Simulation.Paperwork.Of(slot);
    }

    [Fact]
    public void Reason_AndCode_AreAskedForWhereTheRuleSaysSo()
    {
        var reasoned = Given with { Says = r => r with { ReasonRequired = true } };
        Assert.Equal(("reason-required", "reason"), reasoned.Decided().Refusal is var asked ? (asked!.Rule, asked.Details.Single().Name) : default);
        Assert.Null((reasoned with { Reason = true }).Against());

        var weighty = Given with { Says = r => r with { SecondFactor = true } };
        Assert.Null(weighty.Against());
        Assert.Equal("second-factor", (weighty with { By = Province with { SecondFactor = false } }).Decided().Refusal?.Rule);
        Assert.Null((Given with { By = Province with { SecondFactor = false } }).Against());
        Assert.Equal("not-yours", (Given with { By = Body }).Decided().Refusal?.Rule);
    }

    [Fact]
    public void Conditions_AreAttestedOneByOneByTheRoleThatJudgesThem()
    {
        CriterionRule Criterion(string name, string group, string judge) => new(group, name, new Label(name, name), null, judge, null, [], Source.Of("第八条"));
        var act = Given with
        {
            Says = r => r with { Judges = ["site"] },
            Pack = p => p with { Criteria = [Criterion("a", "site", "province"), Criterion("b", "site", "province"), Criterion("c", "site", "body"), Criterion("d", "other", "province")] },
        };
        Assert.Equal(["a", "b"], act.Decided().Refusal!.Details.Select(d => d.Name));
        Assert.Equal(["b"], (act with { Attested = ["a"] }).Decided().Refusal!.Details.Select(d => d.Name));
        Assert.Equal("a,b", string.Join(',', Changes<Change.ActionTaken>((act with { Attested = ["a", "b"] }).Decided()).Single().Attested));
    }

    [Fact]
    public void Choice_ThatTheTextLeavesToAPerson_IsKeptWithWhatWasOffered()
    {
        var (least, most) = (Period.Parse("3mo"), Period.Parse("6mo"));
        var finding = (Given with { Says = r => r with { Finding = "视情" }, Reason = true }).Decided();
        Assert.Equal([("approve", "视情", "")], Changes<Change.DiscretionUsed>(finding).Select(d => (d.Question, d.Chosen, d.Offered)));

        var span = (Given with { Ask = [Field(new FieldType.Span(least, most, most, false))], Inputs = [("asked", new FieldValue.Span(Period.Parse("4mo")))] }).Decided();
        Assert.Equal([("asked", "4mo", "3mo—6mo")], Changes<Change.DiscretionUsed>(span).Select(d => (d.Question, d.Chosen, d.Offered)));
        Assert.Empty(Changes<Change.DiscretionUsed>((Given with { Ask = [Field(new FieldType.Span(least, most, most, false))] }).Decided()));
        Assert.Empty(Changes<Change.DiscretionUsed>((Given with { Ask = [Field(new FieldType.YesNo())], Inputs = [("asked", new FieldValue.Flag(true))] }).Decided()));
    }

    [Theory]
    [InlineData("2025-06-23", "not-yet-due")]
    [InlineData("2025-06-28", null)]
    public void Action_ThatIsOpenOnlyAfterTheDate_WaitsForIt(string day, string? rule)
    {
        // Approval began on 14 May: its twenty working days end in June.
        var at = Lives.Liaoning.At(day);
        Assert.Equal(rule, (Given with { Says = r => r with { AfterDue = true }, At = at, State = s => s with { Procedures = [s.Procedures[0] with { Due = s.Procedures[0].Due! with { DueAt = CivilDate.StartOf(new DateOnly(2025, 6, 24)) } }] } }).Decided().Refusal?.Rule);
    }

    private static IEnumerable<T> Changes<T>(Decision decision)
        where T : Change
    {
        Assert.Null(Said(decision));
        return decision.Entries.SelectMany(e => e.Changes).OfType<T>();
    }
}
