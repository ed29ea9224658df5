using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

public sealed class ReminderTests
{
    [Fact]
    public void ThePlan_IsRemindedOfOnExactWorkingMornings()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-07-08T10:00:00");

        Assert.Equal(
            ["2025-06-06 09:00", "2025-06-23 09:00", "2025-07-02 09:00", "2025-07-07 09:00"],
            life.Told<Change.ReminderFellDue>(r => r.Deadline == "formal-plan/once").Select(r => r.At));
        Assert.All(life.World.Mails.Where(m => m.Kind == TellKind.Reminder), m => Assert.Equal("body", m.To.Party?.Value ?? "body"));
    }

    [Fact]
    public void NoReminder_FromBeforeItsDeadlineExisted()
    {
        // Ten working days of correction: the rung three working days before and the day itself, and nothing earlier.
        var life = Life.On("2025-05-12").Applied().Until("2025-05-14").Does(City, "return").Until("2025-05-30");

        Assert.Equal(["2025-05-23 09:00", "2025-05-28 09:00"],
            life.Told<Change.ReminderFellDue>(r => r.Deadline.Contains("correcting", StringComparison.Ordinal)).Select(r => r.At));
    }

    [Fact]
    public void Trap_21_AfterDowntime_EveryRungIsJournalledAndOneMailNamesTheLast()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        life.World.IsAsleep = true;
        life.Until("2025-07-04");
        life.World.IsAsleep = false;
        life.Until("2025-07-04T10:00:01");

        Assert.Equal([false, false, true], life.Told<Change.ReminderFellDue>(r => r.Deadline == "formal-plan/once").Select(r => r.Change.Told));
        Assert.Single(life.World.Mails, m => m is { Kind: TellKind.Reminder, Procedure: "formal-plan/once" });
    }

    [Fact]
    public void Trap_21_AfterDowntimePastTheDueDate_OnlyTheOverdueMailGoesOut()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        life.World.IsAsleep = true;
        life.Until("2025-07-09");
        life.World.IsAsleep = false;
        life.Until("2025-07-09T10:00:01");

        Assert.DoesNotContain(life.World.Mails, m => m is { Kind: TellKind.Reminder, Procedure: "formal-plan/once" });
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Overdue, Procedure: "formal-plan/once" });
    }

    [Fact]
    public void AfterDowntime_ADraftIsAskedAboutOnceAndNotForEveryMonth()
    {
        var life = Life.On("2025-05-06").Opens();
        life.World.IsAsleep = true;
        life.Until("2025-12-01");
        life.World.IsAsleep = false;
        life.Until("2025-12-01T10:00:01");

        Assert.Equal(6, life.Told<Change.HolderAskedAgain>().Count());
        Assert.Single(life.World.Mails, m => m.Kind == TellKind.Reminder);
    }

    [Fact]
    public void ATaskThatStaysUndone_IsAskedForAgainEachMonthAfterItWasMissed()
    {
        var life = Life.On("2025-05-12").Applied().Until("2025-12-31");

        Assert.Equal("2025-05-27 00:00", Assert.Single(life.Told<Change.DeadlineMissed>()).At);
        Assert.Equal(
            ["2025-06-26 09:00", "2025-07-28 09:00", "2025-08-26 09:00", "2025-09-26 09:00", "2025-10-27 09:00", "2025-11-26 09:00", "2025-12-26 09:00"],
            life.Told<Change.HolderAskedAgain>().Select(t => t.At));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], life.Told<Change.HolderAskedAgain>().Select(t => t.Change.Times));
        var mails = life.World.Mails.Where(m => m.Kind == TellKind.Overdue).GroupBy(m => m.NotBefore).ToList();
        Assert.Equal(8, mails.Count);
        Assert.All(mails, m => Assert.Equal(["city", "province"], m.Select(t => t.To.Role).Order(StringComparer.Ordinal)));

        life.Does(City, "recommend").Until("2026-01-20");
        Assert.Equal(7, life.Told<Change.HolderAskedAgain>(t => t.Procedure == "designation/1").Count());
    }

    [Fact]
    public void AReportThatStaysOwed_IsAskedForAgainEachMonthAndInDowntimeOnlyOnce()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-07-20");
        life.World.IsAsleep = true;
        life.Until("2025-12-20");
        life.World.IsAsleep = false;
        var before = life.World.Mails.Count;
        life.Until("2025-12-20T10:00:01");

        Assert.Equal("formal-plan/once", Assert.Single(life.Told<Change.DeadlineEscalated>()).Change.Deadline);
        Assert.True(life.Told<Change.HolderAskedAgain>().Count() > 1);
        Assert.Single(life.World.Mails.Skip(before), m => m is { Kind: TellKind.Overdue, To.Role: "zone-body" });
    }

    [Fact]
    public void AZoneThatWaitsForItsRound_IsWatchedByTheProvince()
    {
        var life = Life.On("2025-05-06").Tabled().Until("2025-06-06");

        Assert.Equal("2025-06-05 09:00", life.Told<Change.HolderAskedAgain>().Single().At);
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Reminder, To.Role: "province", Procedure: "designation/1" });
    }

    [Fact]
    public void NoMail_LeavesOutsideAWorkingDayUnlessAPersonActed()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2027-12-01");

        Assert.All(
            life.World.Mails.Where(m => m.Kind is TellKind.Reminder or TellKind.Overdue or TellKind.Escalation),
            m => Assert.True(life.World.Rules.Calendar.IsWorkingDay(CivilDate.Of(m.NotBefore)) && Life.Local(m.NotBefore).EndsWith("09:00", StringComparison.Ordinal)));
    }
}
