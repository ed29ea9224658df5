using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>The rows of the trap table that Liaoning can fall into and that no other story tells.</summary>
public sealed class TrapTests
{
    [Fact]
    public void Trap_04_AnOfficialAtTheVeryDueInstant_IsLateAndStillDecides()
    {
        var life = Life.On("2025-05-12").Applied().Until("2025-05-27T00:00:00").Does(City, "recommend");

        Assert.Equal("2025-05-27 00:00", life.Told<Change.DeadlineMissed>().Single().At);
        Assert.Equal("evaluation", life.StageOf("designation"));
    }

    [Fact]
    public void Trap_05_AMessageThatOvertakesAnother_IsRefusedUntilTheEarlierOneIsThere()
    {
        var life = Life.On("2025-05-06").Tabled();
        var early = new SignalBody.HearMessage(Life.Round, "round", 2, "cleared", Nothing);

        Assert.Equal("early", life.Send(Life.Zone, Actor.System, early).Refusal!.Rule);
        Assert.Equal("at-sitting", life.StageOf("designation"));
    }

    [Fact]
    public void Trap_05_AMessageHeardTwice_ChangesNothing()
    {
        var life = Life.On("2025-05-06").Noticed();
        var version = life.State.Version;

        Assert.True(life.Send(Life.Zone, Actor.System, new SignalBody.HearMessage(Life.Round, "round", 1, "proposed", Nothing)).Accepted);
        Assert.Equal(version, life.State.Version);
    }

    [Fact]
    public void Trap_07_AMessageThatFindsItsReceiverGone_IsJournalledWithoutEffect()
    {
        var life = Life.On("2025-05-06").Tabled().Does(Body, "withdraw");

        life.Send(Life.Zone, Actor.System, new SignalBody.HearMessage(Life.Round, "round", 1, "proposed", Nothing));

        Assert.False(life.Told<Change.MessageHeard>().Single().Change.Heeded);
        Assert.Equal("withdrawn", life.State.Standing);
    }

    [Fact]
    public void Trap_06_AZoneTabledTooLate_WaitsForTheNextSittingAndIsThatOnesAlone()
    {
        var (late, next) = (new CaseId("zone-2"), new CaseId("round-2"));
        var life = Life.On("2025-05-06").Tabled().Opens(late, OtherBody, "大连高新区", "大连市").FillsIn(null, late, OtherBody)
            .Does(OtherBody, "submit", late).Does(OtherCity, "recommend", late).SeatsAndScores(late).Does(Province, "conclude", late);
        life.Does(Province, "convene", Life.Round).Does(Province, "decide", Life.Round, null, Life.Many("list", Life.Zone.Value)).OpensRound(next);

        Assert.Equal("inputs-wrong", life.Refused(Province, "table", late, null, Life.Text("round", Life.Round.Value)).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Province, "table", late, null, Life.Text("round", "round-9")).Rule);
        life.Does(Province, "table", late, null, Life.Text("round", next.Value));

        Assert.Equal("at-sitting", life.StageOf("designation", late));
        Assert.Single(life.World.State(Life.Round).Items);
        life.Does(OtherBody, "withdraw", late);
        Assert.Equal("dropped", life.World.State(next).Items.Single().State);
    }

    [Fact]
    public void Trap_06_ASecondSitting_IsTheOnlyOneThatTheZoneSpeaksAndListensTo()
    {
        var next = new CaseId("round-2");
        var life = Life.On("2025-05-06").Tabled();
        // A round that closed over the zone's head puts it off; its later words are not for the zone any more.
        life.Send(Life.Zone, Actor.System, new SignalBody.HearMessage(Life.Round, "round", 1, "put-off", Nothing));
        life.OpensRound(next).Does(Province, "table", Life.Text("round", next.Value));

        life.Send(Life.Zone, Actor.System, new SignalBody.HearMessage(Life.Round, "round", 2, "not-agreed", Nothing));

        Assert.Equal("at-sitting", life.StageOf("designation"));
        Assert.Equal("tabled", Assert.Single(life.World.State(next).Items).State);
        Assert.Single(life.Told<Change.MessageSent>(m => m.To == next));
        Assert.Single(life.Told<Change.MessageSent>(m => m.To == Life.Round));
    }

    [Fact]
    public void Rule10_TheMeeting_WaitsForAZoneWhoseMessageIsOnItsWay()
    {
        var life = Life.On("2025-05-06").Tabled();
        var deed = new SignalBody.Act("sitting/1", 1, "convene", System.Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty, null, [], []);
        var seen = LookedUp.Nothing with { Asked = ["members"], Members = [Life.Zone, new CaseId("zone-2")] };

        var decision = Lifecycle.Decide(life.World.Rules, life.World.State(Life.Round), Signal.By(new SignalId("s"), Life.Round, life.World.Now, Province, deed, seen));

        Assert.Equal("guard", decision.Refusal!.Rule);
    }

    [Fact]
    public void Trap_09_ACorrection_IsNotJudgedAgainByTheConditions()
    {
        var life = Life.On("2025-05-12").Applied().Does(City, "return").FillsIn(Form(physical: 5)).Does(Body, "resubmit");

        Assert.Equal("endorsement", life.StageOf("designation"));
    }

    [Fact]
    public void Trap_11_ADuty_IsOpenedOnceWhateverTheStagesDo()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2026-01-10").Does(Province, "open-revocation", Life.Many("ground", "（三）有重大违法违规行为"))
            .Does(Province, "founded").Does(Province, "drop").Until("2026-06-01");

        Assert.Single(life.Told<Change.OccurrenceOpened>(o => o.Occurrence.Id == "annual-report/2026"));
    }

    [Fact]
    public void Rule13_AWrongDate_IsCorrectedByARecordedActThatMovesWhatHangsOnIt()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        var correct = new SignalBody.CorrectMark("designated", new DateOnly(2025, 5, 12), Paperwork.Confide("笔误"), [Paperwork.Of("approval")]);

        Assert.Equal("not-yours", life.Send(Life.Zone, City, correct).Refusal!.Rule);
        Assert.Equal("second-factor", life.Send(Life.Zone, Province with { SecondFactor = false }, correct).Refusal!.Rule);
        Assert.Equal("no-such-mark", life.Send(Life.Zone, Province, correct with { Mark = "term-end" }).Refusal!.Rule);
        life.Send(Life.Zone, Province, correct);

        Assert.Equal(new DateOnly(2027, 5, 12), life.State.Marks["term-end"].Date);
        Assert.Equal(new DateOnly(2025, 7, 14), life.Owed("formal-plan/once").Due.Last);
        Assert.Equal(new DateOnly(2025, 5, 6), life.Told<Change.MarkCorrected>().Single().Change.Was);
    }

    [Fact]
    public void Rule13_AnExistingZone_IsTakenOverWithItsDatesAndSettledDuties()
    {
        var life = Life.On("2026-03-02");
        var adopt = new SignalBody.AdoptCase(
            Policy.Revision, CaseKinds.Zone, "LN-0", "大连高新区", "大连市", [new Applicant("zone-body", Body.Party!.Value)], "constructing",
            Dates.Add("designated", new AdoptedMark(new DateOnly(2025, 6, 3), Paperwork.Of("approval"))), ["formal-plan/once", "annual-report/2026"]);

        Assert.Equal("not-yours", life.Send(Life.Zone, Body, adopt).Refusal!.Rule);
        Assert.True(life.Send(Life.Zone, Province, adopt).Accepted);

        Assert.Empty(life.State.Occurrences);
        life.Until("2027-01-05");
        Assert.Equal(["annual-report/2027"], life.State.Occurrences.Select(o => o.Id));
        Assert.Equal(new DateOnly(2027, 6, 3), life.State.Marks["term-end"].Date);
    }

    [Fact]
    public void Rule4_NobodyDoingAnything_NeverChangesAStanding()
    {
        foreach (var life in Left())
        {
            var standing = life.State.Standing;
            life.Until("2040-01-01");
            Assert.Equal(standing, life.State.Standing);
            Assert.All(life.World.Log.Where(e => e.Entry.Actor.How == SignedIn.System && e.Case == Life.Zone), e => Assert.DoesNotContain(
                e.Entry.Changes, c => c is Change.StandingChanged or Change.OutcomeApplied or Change.BanImposed));
        }
    }

    private static IEnumerable<Life> Left()
    {
        yield return Life.On("2025-05-06").Applied();
        yield return Life.On("2025-05-06").Applied().Does(City, "return");
        yield return Life.On("2025-05-06").Recommended();
        yield return Life.On("2025-05-06").Noticed();
        yield return Life.On("2025-05-06").Noticed().Objects();
        yield return Chapters.DesignatedOn("2025-05-06");
        yield return Chapters.DesignatedOn("2025-05-06").Rectifying();
        yield return Chapters.DesignatedOn("2025-05-06").Rectifying().Does(Body, "report").Does(Province, "fail")
            .Does(Province, "serve", Life.Date("served", "2027-05-12"));
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Nothing { get; } =
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, AdoptedMark> Dates { get; } =
        System.Collections.Immutable.ImmutableSortedDictionary<string, AdoptedMark>.Empty;
}
