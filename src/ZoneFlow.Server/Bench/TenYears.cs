using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Server.Bench;

/// <summary>Ten years of a zone: its construction term with its reports, a change each year, the assessment, operation.</summary>
internal static class TenYears
{
    /// <returns>The entries of its journal.</returns>
    public static int Live(Rulebook rules)
    {
        var begun = CivilDate.At(new DateOnly(2025, 9, 16), new TimeOnly(10, 0));
        var life = new PlainLife(rules, begun);
        life.Adopt(begun);
        var city = BenchOffice.City(life.State.Region!);
        for (var day = new DateOnly(2025, 10, 9); day.Year < 2036; day = day.AddMonths(2))
        {
            var now = CivilDate.At(day, new TimeOnly(10, 0));
            life.PassTo(now);
            Owed(life, now, city, day);
            if (day.Month == 4)
            {
                Change(life, now, city, day);
            }
        }

        return life.State.Standing == "operating" ? life.Entries : throw new InvalidOperationException($"The zone ended as {life.State.Standing}.");
    }

    private static void Owed(PlainLife life, DateTimeOffset now, Actor city, DateOnly day)
    {
        if (At(life, "annual-report", "owed"))
        {
            life.Act(now, BenchOffice.Body, "file");
            life.Act(now, city, "forward");
        }
        else if (At(life, "final-assessment", "self-reporting"))
        {
            life.Act(now, BenchOffice.Body, "file");
        }
        else if (At(life, "final-assessment", "assessing") && life.State.Marks["term-end"].Date < day)
        {
            life.Act(now, BenchOffice.Province, "pass", ("dated", new FieldValue.Day(day)));
        }
    }

    private static void Change(PlainLife life, DateTimeOffset now, Actor city, DateOnly day)
    {
        life.Act(
            now, BenchOffice.Body, "report-change", ("kind", new FieldValue.Many(["运行机制"])), ("happened", new FieldValue.Day(day.AddDays(-5))));
        life.Act(now, city, "forward");
    }

    private static bool At(PlainLife life, string procedure, string stage) => life.State.Procedures.Any(p => p.Name == procedure && p.Stage == stage);
}
