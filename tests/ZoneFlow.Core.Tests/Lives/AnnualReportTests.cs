using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-14 and what it leaves open: which years are owed, by when, and who hears of it.</summary>
public sealed class AnnualReportTests
{
    [Theory]
    [InlineData("2025-05-06", "2026 2027")]
    [InlineData("2025-12-01", "2026 2027")]
    [InlineData("2025-12-02", "2027")]
    [InlineData("2025-12-31", "2027")]
    [InlineData("2026-01-05", "2027 2028")]
    [InlineData("2026-02-27", "2027 2028")]
    public void LNA8_AYear_IsOwedWhereAFullMonthOfTheYearBeforeLiesInTheTerm(string designated, string years)
    {
        var life = Chapters.DesignatedOn(designated).Until("2031-01-01");

        Assert.Equal(years, string.Join(' ', life.Told<Change.OccurrenceOpened>(o => o.Occurrence.Duty == "annual-report").Select(o => o.Change.Occurrence.Key)));
    }

    [Theory]
    [InlineData(2026, "2026-02-28", false)]
    [InlineData(2027, "2027-03-01", true)]
    public void LN_14_TheReport_IsDueByTheEndOfFebruary(int year, string due, bool provisional)
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until($"{year}-01-05");

        var deadline = life.Owed($"annual-report/{year}").Due;
        Assert.Equal((due, provisional, LegalEffect.Statutory), ($"{deadline.Last:yyyy-MM-dd}", deadline.Provisional, deadline.Source.Effect));
    }

    [Fact]
    public void LN_14_TheReport_GoesByTheCityAndIsRemindedOfOnWorkingMornings()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Until("2026-03-03");

        Assert.Equal(
            ["2026-01-29 09:00", "2026-02-09 09:00", "2026-02-25 09:00", "2026-02-28 09:00"],
            life.Told<Change.ReminderFellDue>(r => r.Deadline == "annual-report/2026").Select(r => r.At));
        Assert.Equal("2026-03-01 00:00", life.Told<Change.DeadlineMissed>(m => m.Deadline == "annual-report/2026").Single().At);
        Assert.Equal(["city", "province", "zone-body"], life.World.Mails.Where(m => m is { Kind: TellKind.Overdue, Procedure: "annual-report/2026" })
            .Select(m => m.To.Role).Order());
        Assert.All(life.World.Mails.Where(m => m.Kind == TellKind.Overdue), m => Assert.Equal("2026-03-02 09:00", Life.Local(m.NotBefore)));
        life.ReportFiled(2026);
        Assert.Equal(OccurrenceState.SettledLate, life.State.Past["annual-report/2026"]);
        Assert.Equal("constructing", life.State.Standing);
    }

    [Fact]
    public void LN_14_ATaskThatOpensOnNewYearsDay_IsMailedWhenTheOfficeOpens()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2026-01-06");

        Assert.Equal("2026-01-01 00:00", life.Told<Change.OccurrenceOpened>(o => o.Occurrence.Id == "annual-report/2026").Single().At);
        var mail = life.World.Mails.Single(m => m is { Kind: TellKind.Task, Procedure: "annual-report/2026" });
        Assert.Equal("2026-01-04 09:00", Life.Local(mail.NotBefore));
    }

    [Fact]
    public void LN_14_AReportReceivedInTheLastSecond_IsInTimeThoughItIsDecidedAfter()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2026-03-01T00:00:05")
            .Does(Body, "file", null, d => d with { Procedure = "annual-report/2026", ReceivedAt = At("2026-02-28T23:59:59") });

        Assert.Equal(OccurrenceState.Settled, life.State.Past["annual-report/2026"]);
    }

    [Fact]
    public void LNA7_TheReport_CoversTheYearBeforeAndPlansTheYearOfFiling() =>
        Assert.Contains("下一年度指报送当年", Policy.Procedure("annual-report").Stage("owed").Transitions.Single().Source!.Default, StringComparison.Ordinal);

    [Fact]
    public void LNA9_AnOperatingZone_OwesNoReport()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Assessing().Until("2027-05-10").Does(Province, "pass", Life.Date("dated", "2027-05-10"))
            .Until("2032-01-01");

        Assert.DoesNotContain(life.Told<Change.OccurrenceOpened>(), o => o.At.StartsWith("2028", StringComparison.Ordinal));
    }

    [Fact]
    public void Trap_13_AReportStillOwedWhenTheTermEnds_Lapses()
    {
        var life = Chapters.DesignatedOn("2026-01-05").Until("2028-01-05");
        Assert.Equal("owed", life.StageOf("annual-report"));

        life.Until("2028-01-06");

        Assert.Equal(OccurrenceState.Lapsed, life.State.Past["annual-report/2028"]);
        Assert.Equal("stopped", life.State.Ended["annual-report/2028"]);
    }

    [Fact]
    public void Trap_12_AnApprovalEnteredMonthsLate_GivesAFullMonthAndNoOldReminder()
    {
        var life = Life.On("2025-11-20").Designated("2026-03-05", "2025-12-01");

        var report = life.Owed("annual-report/2026").Due;
        Assert.Equal((new DateOnly(2026, 4, 7), LegalEffect.ServiceNorm), (report.Last, report.Source.Effect));
        Assert.Equal(new DateOnly(2026, 4, 7), life.Owed("formal-plan/once").Due.Last);
        Assert.Empty(life.Told<Change.DeadlineMissed>(m => !m.Deadline.StartsWith("designation", StringComparison.Ordinal)));
        Assert.Empty(life.Told<Change.ReminderFellDue>(r => r.Deadline == "annual-report/2026"));
        Assert.Equal(new DateOnly(2026, 3, 5), life.Owed("annual-report/2026").Opened);
    }
}
