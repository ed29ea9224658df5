using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-07, LN-08 and what an objection does.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData("2025-04-22", "2025-04-28", "2025-04-29 09:00")]
    [InlineData("2025-04-28", "2025-05-08", "2025-05-09 09:00")]
    [InlineData("2025-09-26", "2025-10-10", "2025-10-11 09:00")]
    [InlineData("2025-09-29", "2025-10-13", "2025-10-14 09:00")]
    [InlineData("2026-02-10", "2026-02-24", "2026-02-25 09:00")]
    public void LN_07_Notice_RunsFiveWorkingDaysAndClosesAtTheNextOpening(string published, string last, string closed)
    {
        var life = Life.On(published).Noticed();

        var notice = life.Told<Change.NoticePublished>(of: Life.Round).Single().Change;
        Assert.Equal((published, last), ($"{notice.From:yyyy-MM-dd}", $"{notice.Last:yyyy-MM-dd}"));
        Assert.Equal(LegalEffect.Statutory, life.Running("sitting", Life.Round).Due!.Source.Effect);
        life.Until("2026-03-31");
        Assert.Equal(closed, life.Told<Change.NoticeEntryClosed>(of: Life.Round).Single().At);
        Assert.Equal(("approving", "done"), (life.StageOf("designation"), life.World.State(Life.Round).Standing));
    }

    [Fact]
    public void LN_07_AnObjection_HoldsThatZoneAloneAndTheNoticeRunsOn()
    {
        var life = Life.On("2025-05-06").Noticed().Until("2025-05-08").Objects();

        Assert.Equal("listed", life.StageOf("designation"));
        life.Until("2025-05-14");
        Assert.Equal("inquiry", life.StageOf("designation"));
        Assert.Contains("held", life.State.Flags);
        Assert.Equal(new DateOnly(2025, 6, 5), life.Running("designation").Due!.Last);
        Assert.Equal("opposed", life.World.State(Life.Round).Items.Single().State);
    }

    [Fact]
    public void LN_07_AnObjection_MustBeSignedAndNameAnEntryOfTheList()
    {
        var life = Life.On("2025-05-06").Noticed();

        Assert.Equal("identity-required", life.Object(named: false).Refusal!.Rule);
        Assert.Equal("no-such-entry", life.Object(new CaseId("zone-9")).Refusal!.Rule);
        life.Objects();
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Result, To.Role: "province" });
    }

    [Fact]
    public void Trap_01_ALateObjection_IsRefusedByItsReceiptThoughTheClosingTimerHasNotRun()
    {
        var life = Life.On("2025-05-06").Noticed();
        life.World.IsAsleep = true;
        life.Until("2025-05-14T08:59:00");

        var refusal = life.Object(receivedAt: "2025-05-14T00:00:00").Refusal!;

        Assert.Equal(("late", "第九条"), (refusal.Rule, refusal.Source!.Article));
        life.World.IsAsleep = false;
        Assert.Equal("approving", life.Until("2025-05-14").StageOf("designation"));
    }

    [Fact]
    public void Trap_02_AnObjectionInTheLastSecond_CountsUntilTheOpening()
    {
        var life = Life.On("2025-05-06").Noticed().Until("2025-05-14T08:59:59").Objects(receivedAt: "2025-05-13T23:59:59");

        Assert.Equal("inquiry", life.Until("2025-05-14").StageOf("designation"));
    }

    [Fact]
    public void LN_07_AfterTheOpening_TheNoticeIsClosedForEverybody()
    {
        var life = Life.On("2025-05-06").Noticed().Until("2025-05-14T09:00:00");

        Assert.Equal("notice-closed", life.Object(receivedAt: "2025-05-13T23:59:59").Refusal!.Rule);
    }

    [Fact]
    public void Trap_01_AServerThatWasDown_ClosesTheNoticeAtTheInstantItShouldHave()
    {
        var life = Life.On("2025-05-06").Noticed();
        life.World.IsAsleep = true;
        life.Until("2025-05-20");

        Assert.Equal("notice-closed", life.Object(receivedAt: "2025-05-20T09:00:00").Refusal!.Rule);
        Assert.Equal("2025-05-14 09:00", life.Told<Change.NoticeEntryClosed>(of: Life.Round).Single().At);
    }

    [Fact]
    public void LNA4_AnInquiry_DismissesAndTheZoneGoesOn()
    {
        var life = Life.On("2025-05-06").Noticed().Objects().Until("2025-05-20").Does(Province, "dismiss");

        Assert.Equal("approving", life.StageOf("designation"));
        Assert.DoesNotContain("held", life.State.Flags);
    }

    [Fact]
    public void LNA4_AnInquiry_UpholdsAndTheZoneIsRefused()
    {
        var life = Life.On("2025-05-06").Noticed().Objects().Until("2025-05-20").Does(Province, "uphold");

        Assert.Equal("refused", life.State.Standing);
        Assert.Empty(life.State.Flags);
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void LNA4_AnAmendedList_IsPublishedAgainForFiveWorkingDaysForThatZone()
    {
        var life = Life.On("2025-05-06").Noticed().Objects().Until("2025-05-20").Does(Province, "amend");

        Assert.Equal(new DateOnly(2025, 5, 27), life.Running("designation").Due!.Printed);
        life.Objects(inCase: Life.Zone).Until("2025-05-28");
        Assert.Equal("inquiry", life.StageOf("designation"));
        life.Does(Province, "amend").Until("2025-06-06");
        Assert.Equal("approving", life.StageOf("designation"));
        Assert.DoesNotContain("held", life.State.Flags);
    }

    [Fact]
    public void LN_08_Approval_GivesTheDateOnTheDocumentAndIsAnnounced()
    {
        var life = Life.On("2025-04-22").Noticed().Until("2025-05-12");

        Assert.Equal("second-factor", life.Refused(Province with { SecondFactor = false }, "approve", inputs: Life.Date("dated", "2025-05-09")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Province, "approve", inputs: Life.Date("dated", "2025-05-13")).Rule);
        life.Does(Province, "approve", Life.Date("dated", "2025-05-09"));

        Assert.Equal("constructing", life.State.Standing);
        Assert.Equal(new Mark(new DateOnly(2025, 5, 9), new DateOnly(2025, 5, 12)), life.State.Marks["designated"]);
        Assert.Equal("approval", life.Told<Change.DocumentAnnounced>().Single().Change.Slot);
        Assert.Equal(["body", null], life.World.Mails.Where(m => m.Template == "approval").Select(m => m.To.Party?.Value));
    }

    [Fact]
    public void LN_08_AZoneNotQualified_IsRefusedBeforeTheApproval() =>
        Assert.Equal("refused", Life.On("2025-04-22").Noticed().Until("2025-05-12").Does(Province, "refuse").State.Standing);

    [Fact]
    public void Trap_08_AZoneThatWithdrawsDuringTheNotice_IsStruckFromItAndNeverDesignated()
    {
        var life = Life.On("2025-05-06").Noticed().Until("2025-05-09").Does(Body, "withdraw");

        Assert.True(life.Running("sitting", Life.Round).Entries.Single().Dropped);
        Assert.Equal("no-such-entry", life.Object().Refusal!.Rule);
        life.Until("2025-05-14");
        Assert.Equal(("withdrawn", "dropped"), (life.State.Standing, life.World.State(Life.Round).Items.Single().State));
        Assert.Empty(life.Told<Change.NoticeEntryClosed>(of: Life.Round));
    }

    [Fact]
    public void Trap_08_AZoneThatWithdrawsBetweenTheLastDayAndTheOpening_IsStruckAsWell()
    {
        var life = Life.On("2025-05-06").Noticed().Until("2025-05-14T08:00:00").Does(Body, "withdraw").Until("2025-05-14");

        Assert.Equal("dropped", life.World.State(Life.Round).Items.Single().State);
        Assert.Empty(life.Told<Change.NoticeEntryClosed>(of: Life.Round));
    }
}
