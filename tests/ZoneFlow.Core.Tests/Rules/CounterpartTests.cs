using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.TestKit;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What of a case has a counterpart in the revision it is to move to, and what is named because it has none.</summary>
public sealed class CounterpartTests
{
    private static readonly FieldRule Dated = Field(new FieldType.Date(true, null), name: "dated");

    public static TheoryData<string, Func<CaseState, CaseState>, Func<Pack, Pack>, string> All => new()
    {
        { "as it is", s => s, p => p, "" },
        { "its kind", s => s, p => p with { Cases = p.Cases.Clear() }, "zone" },
        { "a flag", Flagged, p => p, "" },
        { "a flag that has gone", Flagged, p => OfZone(p, z => z with { Flags = z.Flags.Clear() }), "held" },
        { "two flags of which one has gone", s => Flagged(s) with { Flags = s.Flags.Add("held").Add("gone") }, p => p, "gone" },
        { "a value", s => Valued(s, "dated"), p => p, "" },
        { "a value of no field", s => Valued(s, "unknown"), p => p, "unknown" },
        { "a value whose field has another type", s => Valued(s, "dated"), p => Retyped(p, new FieldType.Text(9)), "dated" },
        { "a value asked where it is opened", s => Valued(s, "opened"), p => Opened(p, Dated with { Name = "opened" }), "" },
        { "a value asked anywhere", s => Valued(s, "somewhere"), p => Anywhere(p, Dated with { Name = "somewhere" }), "" },
        { "a value asked on the form", s => Valued(s, "formed"), p => p with { Form = [Dated with { Name = "formed" }] }, "" },
        { "items", Listed, Ready, "" },
        { "items whose state has gone", Listed, p => p, "ready" },
        { "applicants whose role is none", Joint, p => p with { Roles = p.Roles.Remove("body") }, "body" },
        { "applicants whose role applies no more", Joint, p => p with { Roles = p.Roles.SetItem("body", p.Roles["body"] with { Kind = RoleKind.Authority }) }, "body" },
        { "a region that the pack never listed", s => s with { Region = "外省" }, p => p, "" },
        { "no region", s => s with { Region = null }, p => p with { Regions = ["大连市"] }, "" },
        { "a region that has gone", s => s, p => p with { Regions = ["大连市"] }, "沈阳市" },
        { "what it owes", Owing, p => p, "" },
        { "what it owes under a duty that has gone", Owing, p => p with { Duties = [] }, "yearly-report/2025" },
        { "what it owes under a duty of another kind of case", Owing, p => p with { Duties = [.. p.Duties.Select(d => d with { Case = "round" })] }, "yearly-report/2025" },
        { "what it owes every year, and would owe once", Owing, p => p with { Duties = [.. p.Duties.Select(d => d with { Schedule = new DutySchedule.Once("designated", null, Period.Parse("1mo")) })] }, "yearly-report/2025" },
        { "two that would be one", s => s with { Procedures = [s.Procedures[0], s.Procedures[0]] }, p => p, "designation/1,designation/1" },
        { "a stage that is held", Paused, p => p, "" },
        { "a stage that is held and has gone", Paused, p => Without(p, "review"), "designation/review" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Moving_NamesWhatHasNoCounterpart(string what, Func<CaseState, CaseState> state, Func<Pack, Pack> next, string named)
    {
        var refusal = Moved(Small, state(Approving), next(Small), RevisionMap.Same).Refusal;
        Assert.True(named.Length == 0 ? refusal is null : refusal?.Rule == "pack-incompatible", $"{what}: {refusal}");
        Assert.Equal(named, string.Join(',', refusal?.Details.Select(d => d.Name) ?? []));
    }

    [Theory]
    [InlineData("ready", "ready", "")]
    [InlineData("ready", "gone", "The map's \"gone\" is not in the new revision.")]
    [InlineData("gone", "ready", "The map's \"gone\" is not in the old revision.")]
    public void MapOfItemStates_NamesThoseThatThereAre(string old, string now, string wrong)
    {
        var map = RevisionMap.Same with { ItemStates = RevisionMap.Same.ItemStates.Add(old, now) };
        Assert.Equal(wrong, string.Join(',', Moved(Ready(Small), Approving, Ready(Small), map).Refusal?.Details.Select(d => d.Message.En) ?? []));
    }

    [Theory]
    [InlineData("yearly-report", "yearly-report", "")]
    [InlineData("second", "yearly-report", "")]
    [InlineData("yearly-report", "third", "third")]
    [InlineData("third", "yearly-report", "third")]
    public void MapOfDuties_NamesThoseThatThereAre_AmongSeveral(string old, string now, string missing)
    {
        var several = Small with { Duties = [.. Small.Duties, Small.Duties[0] with { Name = "second" }] };
        var map = RevisionMap.Same with { Duties = RevisionMap.Same.Duties.Add(old, now) };
        var wrong = string.Join(',', Moved(several, Approving, several, map).Refusal?.Details.Select(d => d.Message.En) ?? []);
        Assert.True(missing.Length == 0 ? wrong.Length == 0 : wrong.Contains($"\"{missing}\"", StringComparison.Ordinal), wrong);
    }

    private static Decision Moved(Pack was, CaseState state, Pack next, RevisionMap map)
    {
        var other = next with { Revision = next.Revision with { Hash = "next" } };
        return Lifecycle.Decide(
            new Rulebook(was, ChinaCalendar.Today, Rulebook.UsualOpening) { Next = other }, state,
            Signal.By(new SignalId("m"), Zone, state.LastAt, Actor.System, new SignalBody.MoveToPack(other.Revision, map)));
    }

    private static CaseState Flagged(CaseState s) => s with { Flags = s.Flags.Add("held") };

    private static CaseState Valued(CaseState s, string field) => s with { Fields = s.Fields.Add(field, new FieldValue.Day(Today)) };

    private static CaseState Listed(CaseState s) => s with { Items = [Item.New("a", "ready", "甲"), Item.New("b", "ready", "乙")] };

    private static CaseState Joint(CaseState s) => s with { Applicants = [.. s.Applicants, new Applicant("body", new PartyId("second"))] };

    private static CaseState Owing(CaseState s) => s with
    {
        Standing = "operating", Marks = s.Marks.Add("designated", new Mark(Today.AddYears(-1), Today)),
        Occurrences = [new Occurrence("yearly-report/2025", "yearly-report", "2025", Today, s.Procedures[0].Due! with { Id = "yearly-report/2025" }, [])],
    };

    private static CaseState Paused(CaseState s) => s with { Procedures = [s.Procedures[0] with { Paused = new PausedStage("review", s.Procedures[0].Due!) }] };

    private static Pack OfZone(Pack p, Func<CaseRule, CaseRule> now) => p with { Cases = p.Cases.SetItem("zone", now(p.Cases["zone"])) };

    private static Pack Ready(Pack p) => OfZone(p, z => z with { ItemStates = Named(("ready", new Label("可办", "ready"))) });

    private static Pack Retyped(Pack p, FieldType type) => Staged(p, s => s is StageRule.Task task ? task with { Transitions = [.. task.Transitions.Select(t => t with { Ask = [.. t.Ask.Select(f => f with { Type = type })] })] } : s);

    private static Pack Without(Pack p, string stage) => p with { Procedures = [.. p.Procedures.Select(r => r with { Stages = [.. r.Stages.Where(s => s.Name != stage)] })] };

    private static Pack Staged(Pack p, Func<StageRule, StageRule> now) => p with { Procedures = [.. p.Procedures.Select(r => r with { Stages = [.. r.Stages.Select(now)] })] };

    private static Pack Opened(Pack p, FieldRule asked) => p with
    {
        Procedures = [.. p.Procedures.Select(r => r.Name == "report" ? r with { OpenedBy = new OpeningRule(p.Procedures[0].Anywhere[0] with { Ask = [asked] }, [], null) } : r)],
    };

    private static Pack Anywhere(Pack p, FieldRule asked) => p with { Procedures = [.. p.Procedures.Select(r => r with { Anywhere = [.. r.Anywhere.Select(t => t with { Ask = [asked] })] })] };
}
