using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>Moving a living case to another revision of its pack.</summary>
public sealed class PackMoveTests
{
    private static readonly CaseId Zone = new("zone-1");
    private static readonly Actor Body = Cast.Of("body", "body");
    private static readonly Actor Province = Cast.Of("province", "province");
    private static readonly Pack Old = SmallPack.Read().Pack!;
    private readonly World _world = new(Old, ChinaCalendar.Today, Liaoning.At("2025-05-06"));

    private CaseState State => _world.State(Zone);

    [Fact]
    public void RevisionThatOnlyRewords_MovesTheCaseAndKeepsEveryDate()
    {
        Review();
        var moved = Moved(Revised(("zh: 审查\n", "zh: 初步审查\n")), RevisionMap.Same);

        Assert.Equal(State.Procedures.Single().Due, moved.Procedures.Single().Due);
        Assert.Equal(State.Procedures.Single() with { Due = null, Filed = [] }, moved.Procedures.Single() with { Due = null, Filed = [] });
    }

    [Fact]
    public void Trap_19_ARunningBudget_GoesOnUnlessTheMapRetimesItAndNeverEndsEarlier()
    {
        Review();
        var was = State.Procedures.Single().Due!;
        Assert.Equal(new DateOnly(2025, 5, 20), was.Last);
        var (longer, shorter) = (Revised(("within: 10wd", "within: 12wd")), Revised(("within: 10wd", "within: 5wd")));
        var retimed = RevisionMap.Same with { Retime = RevisionMap.Same.Retime.Add("designation/review") };

        Assert.Equal(was.Last, Moved(longer, RevisionMap.Same).Procedures.Single().Due!.Last);
        Assert.Equal(new DateOnly(2025, 5, 22), Moved(longer, retimed).Procedures.Single().Due!.Last);
        Assert.Equal(was.Last, Moved(shorter, retimed).Procedures.Single().Due!.Last);
    }

    [Fact]
    public void StageWithoutACounterpart_IsRefusedByNameAndMovesByTheMap()
    {
        Review();
        var renamed = Revised(("to: review}", "to: first-review}"), ("      review:\n", "      first-review:\n"));

        var refused = Move(renamed, RevisionMap.Same).Refusal!;
        Assert.Equal("pack-incompatible", refused.Rule);
        Assert.Contains("designation/review", Assert.Single(refused.Details).Message.Zh, StringComparison.Ordinal);

        var moved = Moved(renamed, RevisionMap.Same with { Stages = RevisionMap.Same.Stages.Add("designation/review", "first-review") }).Procedures.Single();
        Assert.Equal(("first-review", "designation/1/first-review/2"), (moved.Stage, moved.Due!.Id));
        var next = Lifecycle.NextDue(Rules(renamed), Moved(renamed, RevisionMap.Same with { Stages = RevisionMap.Same.Stages.Add("designation/review", "first-review") }));
        Assert.NotNull(next);
    }

    [Theory]
    [InlineData("applying: {zh: 申报, en: Applying}, ", "", "applying", "do: [{standing: applying}], ", "")]
    [InlineData("application: {zh: 申报表, en: Application, article: 第八条}", "form: {zh: 申报表, en: Application, article: 第八条}", "application", "needs: [application]", "needs: [form]")]
    [InlineData("regions: [沈阳市, 大连市]", "regions: [大连市]", "沈阳市", "issuer: 省知识产权局", "issuer: 市知识产权局")]
    public void AnythingAliveWithoutACounterpart_IsNamed(string found, string now, string name, string found2, string now2)
    {
        Review();
        Assert.Contains(Move(Revised((found, now), (found2, now2)), RevisionMap.Same).Refusal!.Details, d => d.Name == name);
    }

    [Fact]
    public void StageOfAnotherKind_AndFinalStanding_AreRefused()
    {
        Review();
        var final = Revised(("applying: {zh: 申报, en: Applying}", "applying: {zh: 申报, en: Applying, final: true}"));
        Assert.Contains(Move(final, RevisionMap.Same).Refusal!.Details, d => d.Name == "applying");
        var map = RevisionMap.Same with { Stages = RevisionMap.Same.Stages.Add("designation/review", "notice") };
        Assert.Contains(Move(Revised(("within: 10wd", "within: 11wd")), map).Refusal!.Details, d => d.Message.Zh.Contains("同一种环节", StringComparison.Ordinal));
    }

    [Fact]
    public void MapThatNamesNothing_IsRefused()
    {
        Review();
        var map = RevisionMap.Same with { Stages = RevisionMap.Same.Stages.Add("designation/reviw", "notice"), Retime = RevisionMap.Same.Retime.Add("nothing") };
        Assert.Equal(["designation/reviw", "nothing"], Move(Revised(("within: 10wd", "within: 11wd")), map).Refusal!.Details.Select(d => d.Name));
    }

    [Theory]
    [InlineData("standings", "applying")]
    [InlineData("flags", "held")]
    [InlineData("marks", "designated")]
    [InlineData("fields", "dated")]
    [InlineData("procedures", "report")]
    [InlineData("stages", "designation/inquiry")]
    [InlineData("duties", "yearly-report")]
    [InlineData("documents", "list")]
    public void MapThatNamesWhatOneRevisionLacks_SaysWhichOfTheTwo(string of, string known)
    {
        Review();
        var next = Revised(("within: 10wd", "within: 11wd"));

        Assert.Empty(Move(next, Map(of, known, known.Split('/')[^1])).Refusal?.Details ?? []);
        var lacking = Assert.Single(Move(next, Map(of, known, "nowhere")).Refusal!.Details, d => d.Message.En!.StartsWith("The map's", StringComparison.Ordinal));
        Assert.Equal((known, "The map's \"nowhere\" is not in the new revision."), (lacking.Name, lacking.Message.En));
        var unknown = Assert.Single(Move(next, Map(of, "nowhere", known.Split('/')[^1])).Refusal!.Details);
        Assert.Equal(("nowhere", "The map's \"nowhere\" is not in the old revision."), (unknown.Name, unknown.Message.En));
    }

    [Theory]
    [InlineData("designation/review", true)]
    [InlineData("yearly-report", true)]
    [InlineData("designated", false)]
    [InlineData("review", false)]
    public void MapThatRetimes_NamesAStageADutyOrADerivedDate(string name, bool known)
    {
        Review();
        var map = RevisionMap.Same with { Retime = RevisionMap.Same.Retime.Add(name) };

        Assert.Equal(known, Move(Revised(("within: 10wd", "within: 11wd")), map).Accepted);
    }

    [Fact]
    public void AnotherPolicy_IsNoRevision()
    {
        Review();
        var other = Revised(("pack: small-2019", "pack: large-2019"));

        Assert.Equal("large-2019", Assert.Single(Move(other, RevisionMap.Same).Refusal!.Details).Name);
    }

    [Fact]
    public void DateFlagAndAnswerWithoutACounterpart_AreNamed()
    {
        Operate();
        var renamed = Revised(
            ("  designated: {zh: 设立之日, en: Designated on, article: 第九条}\n", "  founded: {zh: 设立之日, en: Designated on, article: 第九条}\n"),
            ("{designated: $dated}", "{founded: $dated}"),
            ("dates: [designated]", "dates: [founded]"));

        Assert.Equal(["designated"], Move(renamed, RevisionMap.Same).Refusal!.Details.Select(d => d.Name));
        Assert.Equal(State.Marks["designated"].Date, Moved(renamed, RevisionMap.Same with { Marks = RevisionMap.Same.Marks.Add("designated", "founded") }).Marks["founded"].Date);
    }

    [Fact]
    public void OnlyTheOperator_MovesACase()
    {
        Review();
        var next = Revised(("within: 10wd", "within: 11wd"));
        Assert.Equal("not-yours", Decide(next, RevisionMap.Same, Province).Refusal!.Rule);
    }

    [Fact]
    public void DutyRenamed_KeepsWhatIsOwedAndWhatWasSettled()
    {
        Operate();
        _world.AdvanceTo(Liaoning.At("2026-01-10"));
        Assert.Equal("yearly-report/2026", Assert.Single(State.Occurrences).Id);
        var renamed = Revised(("  yearly-report:\n", "  annual-return:\n"));
        Assert.Contains(Move(renamed, RevisionMap.Same).Refusal!.Details, d => d.Name == "yearly-report/2026");

        var moved = Moved(renamed, RevisionMap.Same with { Duties = RevisionMap.Same.Duties.Add("yearly-report", "annual-return") });

        var owed = Assert.Single(moved.Occurrences);
        Assert.Equal(("annual-return/2026", State.Occurrences.Single().Due.Last), (owed.Id, owed.Due.Last));
        Assert.Equal("annual-return/2026", moved.Procedures.Single().Occurrence);
        Assert.Equal(State.Past.Keys.Select(k => k.Replace("yearly-report", "annual-return", StringComparison.Ordinal)), moved.Past.Keys);
    }

    [Fact]
    public void DutyThatIsNew_IsNotOwedForTheTimeBefore()
    {
        Operate();
        _world.AdvanceTo(Liaoning.At("2028-06-10"));
        const string half =
            "  half-year:\n    zh: 半年报告\n    starts: report\n    while: {standing: [operating]}\n    yearly: {opens: 06-01, by: 07-05, covers: same-year}\n"
            + "    when-life-ends: lapse\n    remind: [10wd, 0]\n    article: 第十五条\n";
        var (entries, moved) = Decided(Revised(("  yearly-report:\n", $"{half}  yearly-report:\n")), RevisionMap.Same);

        var spared = entries.SelectMany(e => e.Changes).OfType<Change.MovedToPack>().Single().Spared;
        Assert.Equal("half-year/2025,half-year/2026,half-year/2027", string.Join(',', spared));
        Assert.Equal(new DateOnly(2028, 7, 10), moved.Occurrences.Single(o => o.Id == "half-year/2028").Due.Last);
    }

    [Fact]
    public void DerivedDateThatIsNew_IsSetFromItsAnchor()
    {
        Operate();
        var next = Revised(("  designated: {zh: 设立之日, en: Designated on, article: 第九条}\n", "  designated: {zh: 设立之日, en: Designated on, article: 第九条}\n  term-end: {zh: 建设期满, after: designated, for: 2y, article: 第十条}\n"));
        Assert.Equal(new DateOnly(2027, 5, 30), Moved(next, RevisionMap.Same).Marks["term-end"].Date);
    }

    [Fact]
    public void MovingAgain_WritesNothing()
    {
        Review();
        var next = Revised(("within: 10wd", "within: 11wd"));
        var moved = Moved(next, RevisionMap.Same);
        var again = Lifecycle.Decide(Rules(next) with { Next = next }, moved, Signal.By(new SignalId("m2"), Zone, _world.Now, Actor.System, new SignalBody.MoveToPack(next.Revision, RevisionMap.Same)));
        Assert.True(again.Accepted && again.Entries.IsEmpty);
    }

    private static Pack Revised(params (string Found, string Now)[] changes)
    {
        var reading = SmallPack.Read(changes);
        Assert.True(reading.Pack is not null, string.Join('\n', reading.Problems));
        return reading.Pack!;
    }

    private static RevisionMap Map(string of, string old, string now)
    {
        var (same, one) = (RevisionMap.Same, RevisionMap.Same.Stages.Add(old, now));
        return of switch
        {
            "standings" => same with { Standings = one }, "flags" => same with { Flags = one }, "marks" => same with { Marks = one },
            "fields" => same with { Fields = one }, "procedures" => same with { Procedures = one }, "stages" => same with { Stages = one },
            "duties" => same with { Duties = one }, _ => same with { Documents = one },
        };
    }

    private static Rulebook Rules(Pack pack) => new(pack, ChinaCalendar.Today, Rulebook.UsualOpening);

    private Decision Decide(Pack next, RevisionMap map, Actor by) => Lifecycle.Decide(
        Rules(Old) with { Next = next }, State, Signal.By(new SignalId("move"), Zone, _world.Now, by, new SignalBody.MoveToPack(next.Revision, map)));

    private Decision Move(Pack next, RevisionMap map) => Decide(next, map, Actor.System);

    private CaseState Moved(Pack next, RevisionMap map) => Decided(next, map).State;

    /// <summary>The state after the move, which is the fold of its entries and lives on under the new revision.</summary>
    private (ImmutableArray<Entry> Entries, CaseState State) Decided(Pack next, RevisionMap map)
    {
        var decision = Move(next, map);
        Assert.True(decision.Accepted, $"{decision.Refusal?.Message} {string.Join(';', decision.Refusal?.Details.Select(d => d.Message.Zh) ?? [])}");
        Assert.Equal(next.Revision, decision.State!.Pack);
        Assert.Equal(Canonical.Text(decision.State), Canonical.Text(decision.Entries.Aggregate(State, (s, e) => Lifecycle.Apply(Zone, s, e))));
        Assert.Equal(next.Revision, decision.Entries[^1].Pack);
        var later = Lifecycle.Decide(Rules(next), decision.State, Signal.By(new SignalId("later"), Zone, _world.Now.AddYears(1), Actor.System, new SignalBody.PassTime()));
        Assert.True(later.Accepted);
        return (decision.Entries, decision.State);
    }

    private void Review()
    {
        Send(Body, new SignalBody.OpenCase(
            Old.Revision, "zone", "N-1", "样例集聚区", "沈阳市", [new Applicant("body", Body.Party!.Value)]));
        Act(Body, "submit", "application");
    }

    private void Operate()
    {
        Review();
        Act(Province, "publish", "list");
        _world.AdvanceTo(Liaoning.At("2025-05-30"));
        Act(Province, "approve", null, ("dated", new FieldValue.Day(new DateOnly(2025, 5, 30))));
        Assert.Equal("operating", State.Standing);
    }

    private void Act(Actor by, string action, string? slot = null, params (string Name, FieldValue Value)[] inputs)
    {
        var procedure = State.Procedures.Single();
        Send(by, new SignalBody.Act(
            procedure.Id, procedure.Visit, action, inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value), null, [], slot is null ? [] : [Paperwork.Of(slot)]));
    }

    private void Send(Actor by, SignalBody body)
    {
        var decision = _world.Send(Zone, by, body);
        Assert.True(decision.Accepted, $"{decision.Refusal?.Message}");
    }
}
