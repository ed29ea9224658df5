using System.Diagnostics;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

public sealed class StraightPathTests
{
    [Fact]
    public void AZoneThatDoesEverythingInTime_ComesToOperateWithItsPlaque()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        Assert.Equal("constructing", life.State.Standing);

        life.Until("2025-06-20").PlanFiled().Until("2026-01-20").ReportFiled(2026).Until("2027-01-20").ReportFiled(2027)
            .Assessing().Until("2027-05-10").Does(Province, "pass", Life.Date("dated", "2027-05-08"));

        Assert.Equal("operating", life.State.Standing);
        Assert.Contains("plaque", life.State.Flags);
        Assert.Empty(life.State.Procedures);
        Assert.Empty(life.State.Occurrences);
        Assert.All(life.State.Past.Values, s => Assert.Equal(OccurrenceState.Settled, s));
        Assert.Empty(life.Told<Change.DeadlineMissed>());
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void AZonesState_StaysUnderEightKilobytesAsItsYearsGoBy()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        for (var year = 2026; year <= 2027; year++)
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(Canonical.Text(life.State)), 1, 8_000);
            life.Until($"{year}-01-20").ReportFiled(year);
        }

        Assert.InRange(Encoding.UTF8.GetByteCount(Canonical.Text(life.Assessing().State)), 1, 8_000);
    }

    [Fact]
    public void TenYears_AreLivedInWellUnderASecond()
    {
        Chapters.DesignatedOn("2025-05-06");
        var watch = Stopwatch.StartNew();

        Chapters.DesignatedOn("2025-05-06").Rectifying().Until("2035-05-06");

        Assert.True(watch.ElapsedMilliseconds < 1000, $"{watch.ElapsedMilliseconds} ms");
    }
}
