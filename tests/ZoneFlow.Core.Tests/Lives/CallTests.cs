using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Lives;
using static ZoneFlow.TestKit.Lives.BeijingLife;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>What a call needs of the core beyond what a sitting does, each on the pack that uses it.</summary>
public sealed class CallTests
{
    private static readonly CaseId Second = new("second");
    private static readonly CaseId NextCall = new("call-2");

    [Fact]
    public void Rank_WeighsEachCriterion_AndLeavesOutWhoSteppedBack()
    {
        var life = Closed().Seats();
        var panel = life.Running("call", Call);
        var fourth = Cast.Of("expert-4", "expert");
        life.Scores(Experts[2], Zone, 100, 100, 100);
        life.World.Send(Call, Experts[2], new SignalBody.Recuse(panel.Id, panel.Visit, Paperwork.Confide("同事")));
        life.World.Send(Call, Office, new SignalBody.SeatExperts(panel.Id, panel.Visit, [fourth.Party!.Value]));
        life.Scores(Experts[0], Zone, 80, 90, 100).Scores(Experts[1], Zone, 70, 71, 72).Scores(fourth, Zone, 10, 10, 10)
            .Scores(Experts[0], Second, 100, 100, 100).Scores(Experts[1], Second, 1, 1, 1).Scores(fourth, Second, 1, 1, 1);

        life.Does(Office, "conclude", Call);

        // (0.3 × 80 + 0.3 × 90 + 0.4 × 100, and 0.3 × 70 + 0.3 × 71 + 0.4 × 72, and 10) ÷ 3
        Assert.Equal([("zone", 57.37m, 1), ("second", 34.00m, 2)], life.Round.Items.Select(i => (i.Key, i.Score!.Value, i.Place!.Value)));
    }

    [Fact]
    public void Rank_AScoreGivenAnew_StandsInThePlaceOfTheOneBefore()
    {
        var life = Closed().Seats().Scores(Zone, 50).Scores(Second, 60).Scores(Zone, 70).Does(Office, "conclude", Call);

        Assert.Equal(("zone", 70m), life.Round.Items.Where(i => i.Place == 1).Select(i => (i.Key, i.Score!.Value)).Single());
    }

    [Fact]
    public void Rank_WithScoresThatWereNotLookedUp_IsRefused()
    {
        var life = Closed().Seats().Scores(Zone, 50).Scores(Second, 60);
        var panel = life.Running("call", Call);
        var act = new SignalBody.Act(
            panel.Id, panel.Visit, "conclude", Nothing, null, [], [.. new[] { "expert-opinion", "ranking" }.Select(Paperwork.Of)]);
        var lookedUp = LookedUp.Nothing with { Members = [Zone, Second] };

        var decision = Lifecycle.Decide(life.World.Rules, life.Round, Signal.By(new SignalId("s"), Call, life.World.Now, Office, act, lookedUp));

        Assert.Equal("scores-missing", decision.Refusal!.Rule);
    }

    [Fact]
    public void Trap_19_AZoneThatJoins_IsPinnedToTheRoundsRevision_WhereAllThatIsLiveIsThere()
    {
        var (life, act, lookedUp, newer) = Submitting();

        var decision = Lifecycle.Decide(life.World.Rules with { Pack = newer }, life.State, Signal.By(new SignalId("s"), Zone, life.World.Now, Operator, act, lookedUp));

        Assert.Null(decision.Refusal);
        Assert.Equal(newer.Revision, decision.State!.Pack);
        Assert.Equal(newer.Revision, Assert.Single(decision.Entries.SelectMany(e => e.Changes).OfType<Change.CasePinned>()).Pack);
        Assert.Contains("申报截止日", string.Concat(decision.Entries.SelectMany(e => e.Changes).Select(c => Narration.Of(newer, c).Zh)), StringComparison.Ordinal);
    }

    [Fact]
    public void Join_WhereTheRoundsRevisionLacksTheStage_IsRefused()
    {
        var (life, act, lookedUp, newer) = Submitting();
        var without = newer with
        {
            Procedures = [.. newer.Procedures.Select(p => p.Name == "designation" ? p with { Stages = [.. p.Stages.Where(s => s.Name != "drafting")] } : p)],
        };

        var decision = Lifecycle.Decide(life.World.Rules with { Pack = without }, life.State, Signal.By(new SignalId("s"), Zone, life.World.Now, Operator, act, lookedUp));

        Assert.Equal("revision", decision.Refusal!.Rule);
        Assert.Empty(decision.Entries);
    }

    [Fact]
    public void AnotherRevision_WithoutARoundToJoin_IsRefused()
    {
        var (life, _, _, newer) = Submitting();

        var decision = Lifecycle.Decide(life.World.Rules with { Pack = newer }, life.State, Signal.By(new SignalId("s"), Zone, life.World.Now, Operator, new SignalBody.SaveAnswers(Nothing)));

        Assert.Equal("revision", decision.Refusal!.Rule);
    }

    [Fact]
    public void LeaveOut_TellsTheChosenZoneAlone_AndItMayJoinTheNextCall()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Applies(Second, OtherOperator).Reviewed(Second).Until("2024-03-18");
        Assert.Equal("guard", life.Refused(Office, "close-intake", Call).Rule);

        life.Does(Office, "leave-out", Call, Many("zones", "zone")).Does(Office, "close-intake", Call);

        Assert.Equal(("drafting", "drafting", "in-round"), (life.State.Standing, life.Stage, life.StageOf("designation", Second)));
        Assert.Equal(["left-out", "eligible"], life.Round.Items.Select(i => i.State));
        life.Calls("2024-04-26", "2024-05-10", call: NextCall).Does(Operator, "submit", Zone, Text("round", NextCall.Value));
        Assert.Equal("district-review", life.Stage);
    }

    [Fact]
    public void AMessageOfAnEarlierRound_PassesUnheard()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Until("2024-03-18").Does(Office, "leave-out", Call, Many("zones", "zone"))
            .Calls("2024-04-26", "2024-05-10", call: NextCall).Does(Operator, "submit", Zone, Text("round", NextCall.Value));
        var next = life.State.Link(Call)!.NextIn;

        life.World.Send(Zone, Actor.System, new SignalBody.HearMessage(Call, CaseKinds.Round, next, "missed", ImmutableSortedDictionary<string, string>.Empty));

        Assert.False(life.Told<Change.MessageHeard>().Last().Heeded);
        Assert.Equal("district-review", life.Stage);
    }

    [Fact]
    public void AnEligibleMessageThatCrossesALeavingOut_DoesNotBringTheZoneBack()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Until("2024-03-18").Does(Office, "leave-out", Call, Many("zones", "zone"));
        var next = life.Round.Link(Zone)!.NextIn;

        life.World.Send(Call, Actor.System, new SignalBody.HearMessage(Zone, CaseKinds.Zone, next, "eligible", ImmutableSortedDictionary<string, string>.Empty));

        Assert.Equal("left-out", life.Round.Items.Single().State);
    }

    [Fact]
    public void AFixedDate_MovesByTheDaysItsClockStoodStill()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Until("2024-03-04").Does(District, "return", Zone).Until("2024-03-08").Does(Operator, "resubmit", Zone);

        // Suspended from the 5th to the 8th: the 15th becomes the 19th.
        Assert.Equal(("district-review", "2024-03-19"), (life.Stage, $"{life.Running("designation").Due!.Last:yyyy-MM-dd}"));
    }

    [Fact]
    public void AFixedDate_ThatHadPassedBeforeItsClockStoodStill_StaysPassed()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Until("2024-03-18").Does(District, "return", Zone).Until("2024-03-22").Does(Operator, "resubmit", Zone);

        Assert.Equal(("district-review", "2024-03-15"), (life.Stage, $"{life.Running("designation").Due!.Last:yyyy-MM-dd}"));
        Assert.True(life.Running("designation").Due!.Missed);
    }

    [Fact]
    public void ADateInTheRoundsOwnHands_IsLaterThanToday_AndInOrder()
    {
        var life = On();
        life.World.Send(Call, Office, new SignalBody.OpenCase(Policy.Revision, CaseKinds.Round, "1", "年度申报", null, []));

        Assert.Equal(["closes"], life.Refused(Office, "publish-call", Call, Date("closes", "2024-01-07"), Date("district-by", "2024-03-15")).Details.Select(d => d.Name));
        Assert.Equal("guard", life.Refused(Office, "publish-call", Call, Date("closes", "2024-02-29"), Date("district-by", "2024-02-28")).Rule);
    }

    [Fact]
    public void AReviewPutOffByARectification_IsOwedAgainOnceThatIsOver_WithAMonthToHoldIt()
    {
        var life = Recognised().Years(2025).Until("2026-04-20").Acts(Office, "fail", d => d with { Procedure = "assessment/2026" })
            .Until("2026-09-15").Does(Office, "serve", Zone, Date("served", "2026-09-15")).Until("2027-03-20");
        Assert.Equal(OccurrenceState.Deferred, life.State.Past["review/2027"]);
        Assert.DoesNotContain(life.State.Occurrences, o => o.Duty is "review" or "assessment");

        life.Until("2027-05-06").Acts(Office, "pass", d => d with { Procedure = "rectification/1" });

        Assert.Equal("2027-06-07", $"{life.Owed("review/2027").Due.Last:yyyy-MM-dd}");
        life.Acts(Office, "pass", d => d with { Procedure = "assessment/review-2027" });
        Assert.Equal(OccurrenceState.Settled, life.State.Past["review/2027"]);
        Assert.DoesNotContain(life.Until("2027-12-31").State.Occurrences, o => o.Duty == "review");
    }

    [Fact]
    public void ABanThatIsAlwaysImposed_CannotBeChosenAway()
    {
        var life = Recognised().Until("2025-06-10").Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）")).Does(Office, "revoke", Zone)
            .Does(Office, "serve", Zone, Date("served", "2025-06-10")).Does(Operator, "waive", Zone);

        Assert.Equal(["bars"], life.Refused(Office, "uphold", Zone, Date("dated", "2025-06-10"), Flag("bars", false)).Details.Select(d => d.Name));
    }

    [Fact]
    public void ABan_IsLookedAtAgainAtRecognition()
    {
        var life = Noticed();
        life.Applies(Second, Operator, to: OpenedAgain(life), title: "另一园区");
        life.Does(Office, "open-integrity", Second, Many("ground", "弄虚作假（第八条）")).Does(Office, "disqualify", Second)
            .Does(Office, "serve", Second, Date("served", "2024-04-22")).Does(Operator, "waive", Second)
            .Does(Office, "uphold", Second, Date("dated", "2024-04-22"));

        var refusal = life.Until("2024-05-20").Refused(Office, "recognise", Zone, Date("dated", "2024-05-20"));

        Assert.Contains("第八条", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("applying", life.State.Standing);
    }

    [Fact]
    public void Offers_WhileAnInquiryRuns_HoldBackWhatItBlocks()
    {
        var life = On().Calls().Until("2024-02-26").Applies();
        Assert.Contains("withdraw", Offered());
        life.Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）"));
        Assert.DoesNotContain("withdraw", Offered());

        IEnumerable<string> Offered() => Offers.To(life.World.Rules, life.State, Operator, life.World.Now).Select(o => o.Action);
    }

    [Fact]
    public void ToRelax_NamesWhatIsUnmetAndTheActorsToSetAside()
    {
        var life = On().Calls().Until("2024-02-26").Applies(but: [Number("companies", 50), Number("smes", 40), Number("high-end", 30)]).Does(District, "recommend", Zone);
        var pass = Offers.To(life.World.Rules, life.State, Office, life.World.Now).Single(o => o.Action == "pass");

        Assert.Equal(["companies"], Offers.ToRelax(Policy, life.State, pass, Office, Form(Number("companies", 50))).Select(c => c.Name));
        Assert.Empty(Offers.ToRelax(Policy, life.State, pass, Office, Form()));
    }

    [Fact]
    public void AZoneThatLeavesWhileTheNoticeRuns_IsStruckAndNeverRecognised()
    {
        var life = Noticed().Until("2024-04-24").Does(Operator, "withdraw", Zone).Until("2024-05-01");

        Assert.Equal("dropped", life.Round.Items.Single().State);
        Assert.Single(life.Told<Change.NoticeEntryDropped>(Call));
        Assert.DoesNotContain(life.Told<Change.MessageSent>(Call), m => m.Say == "cleared");
        Assert.Equal("withdrawn", life.State.Standing);
    }

    private static ImmutableSortedDictionary<string, FieldValue> Nothing { get; } = ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal);

    private static CaseId OpenedAgain(BeijingLife life)
    {
        life.Calls("2024-05-31", "2024-06-14", call: NextCall);
        return NextCall;
    }

    private static BeijingLife Closed() => On().Calls().Until("2024-02-26").Applies().Applies(Second, OtherOperator).Reviewed().Reviewed(Second)
        .Until("2024-03-18").Does(Office, "close-intake", Call);

    private static (BeijingLife Life, SignalBody.Act Act, LookedUp LookedUp, Pack Newer) Submitting()
    {
        var life = On().Calls().Until("2024-02-26").Drafts();
        var newer = Policy with { Revision = new PackRevision(Policy.Id, new string('e', 64)) };
        var act = new SignalBody.Act(
            "designation/1", life.Running("designation").Visit, "submit", Nothing.Add("round", new FieldValue.Text(Call.Value)), null, [],
            [.. new[] { "application-form", "work-plan", "evidence" }.Select(Paperwork.Of)]);
        var lookedUp = LookedUp.Nothing with
        {
            Asked = ["bans", "names", "round", "answers"], Answers = Form(Text("zone-name", "园区"), Text("region", "海淀区")), RoundStanding = "open", RoundPack = newer.Revision,
            RoundMarks = ImmutableSortedDictionary<string, DateOnly>.Empty.Add("closes", ChinaCalendar.Day("2024-02-29")).Add("district-by", ChinaCalendar.Day("2024-03-15")),
        };
        return (life, act, lookedUp, newer);
    }
}
