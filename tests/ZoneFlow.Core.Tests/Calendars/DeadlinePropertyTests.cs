using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoneFlow.Core.Calendars;
using ZoneFlow.TestKit;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>What must hold on every input, from 2015 to 2110: before the first notice, under notices, provisional, and past all that.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly WorkingCalendar Calendar = ChinaCalendar.Today;
    private static readonly DateOnly Start = new(2015, 1, 1);

    private static readonly Gen<DateOnly> Dates = Gen.OneOf(
        Gen.Choose(0, 365 * 95).Select(Start.AddDays), Gen.Choose(1096, 1096 + (365 * 10)).Select(Start.AddDays));

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Choose(1, 300).Select(n => new Period(n, PeriodUnit.WorkingDays)),
        Gen.Choose(1, 12).Select(n => new Period(n, PeriodUnit.WorkingDays)),
        Gen.Choose(1, 400).Select(n => new Period(n, PeriodUnit.Days)),
        Gen.Choose(1, 40).Select(n => new Period(n, PeriodUnit.Months)),
        Gen.Choose(1, 6).Select(n => new Period(n, PeriodUnit.Years)));

    private static readonly Gen<Reckoning> Reckonings = Gen.Elements(
        Reckoning.Law, Reckoning.Term, new Reckoning(CountFirstDay: true), new Reckoning(CountFirstDay: true, Roll: Roll.None));

    private static readonly Gen<(Period Period, DateOnly Day0, Reckoning Reckoning)> Inputs =
        from period in Periods from day0 in Dates from reckoning in Reckonings select (period, day0, reckoning);

    [Fact]
    public void Result_OfWorkingDaysOrRolled_IsAWorkingDay() => Holds(Inputs, i =>
        (i.Period.Unit is not PeriodUnit.WorkingDays && i.Reckoning.Roll is Roll.None) || Calendar.IsWorkingDay(Last(i)));

    [Fact]
    public void CountingBack_FromAWorkingDayResult_GivesDay0() => Holds(Inputs, i =>
    {
        var (n, day0) = (i.Period.Count, Calendar.NextWorkingDay(i.Day0));
        var last = Last((new Period(n, PeriodUnit.WorkingDays), day0, Reckoning.Law));
        return Calendar.AddWorkingDays(last, -n) == day0
            && Calendar.CountWorkingDays(day0, last) == n + 1
            && Calendar.PreviousWorkingDay(day0) == day0;
    });

    [Fact]
    public void LaterDay0_NeverGivesEarlierLastDay() => Holds(Inputs, i => Last(i) <= Last(i with { Day0 = i.Day0.AddDays(1) }));

    [Fact]
    public void TurningARestDayIntoAWorkingDay_NeverMakesItLaterNorTheReverseEarlier() =>
        Holds(from i in Inputs from offset in Gen.Choose(0, 60) select (i, offset), x =>
        {
            var (input, day) = (x.i, Last(x.i).AddDays(-x.offset));
            if (!Calendar.IsOfficial(day))
            {
                return true;
            }
            var turned = Turning(day);
            return turned.Revision != Calendar.Revision && (Calendar.IsWorkingDay(day)
                ? Last(input, turned) >= Last(input)
                : Last(input, turned) <= Last(input));
        }, tests: 300);

    [Fact]
    public void TwelveMonths_AreAYear() => Holds(Inputs, i =>
        Last(i with { Period = new Period(12, PeriodUnit.Months) }) == Last(i with { Period = new Period(1, PeriodUnit.Years) }));

    [Fact]
    public void EarliestPossible_IsNeverAfterLast() => Holds(Inputs, i =>
    {
        var date = Deadlines.Compute(i.Period, i.Day0, Calendar, i.Reckoning);
        return date.EarliestPossible <= date.Last && (date.Provisional || date.EarliestPossible == date.Last);
    });

    [Fact]
    public void Result_WithSuspensions_AgreesWithThePlainReading() =>
        Holds(from i in Inputs from s in SuspensionsFrom(i.Day0) select (i, s), x =>
        {
            var ((period, day0, reckoning), suspensions) = x;
            var naive = NaiveCalendar.Last(period, day0, Calendar.IsWorkingDay, reckoning, suspensions);
            var explained = Deadlines.Explain(period, day0, Calendar, reckoning, suspensions)[^1].Date;
            return Deadlines.Compute(period, day0, Calendar, reckoning, suspensions).Last == naive && explained == naive;
        });

    [Fact]
    public void Result_AskedTwiceFromSeparateCalendars_IsTheSame()
    {
        var again = WorkingCalendar.Of(ChinaCalendar.Revisions.Reverse());
        Assert.Equal(Calendar.Revision, again.Revision);
        Holds(Inputs, i => Last(i) == Last(i, again));
    }

    private static Gen<ImmutableArray<Suspension>> SuspensionsFrom(DateOnly day0) =>
        from count in Gen.Choose(0, 3)
        from spans in Gen.ArrayOf(from start in Gen.Choose(-5, 40) from days in Gen.Choose(0, 15) select (start, days), count)
        select spans.Select(s => new Suspension(
            day0.AddDays(s.start), s.days == 15 ? null : day0.AddDays(s.start + s.days))).ToImmutableArray();

    // The same days as the shipped calendar's, but for one.
    private static WorkingCalendar Turning(DateOnly turned) => WorkingCalendar.Of(
        Enumerable.Range(2018, 9).Select(year =>
        {
            var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(d => d.Year == year).ToList();
            bool Works(DateOnly d) => Calendar.IsWorkingDay(d) != (d == turned);
            bool Weekend(DateOnly d) => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var off = days.Where(d => !Works(d) && !Weekend(d)).Select(d => new HolidayArrangement("休", d, d, []));
            var worked = new HolidayArrangement("班", days[0].AddDays(1), days[0], [.. days.Where(d => Works(d) && Weekend(d))]);
            return new CalendarRevision($"{year}", "", new DateOnly(year - 1, 12, 1), year, [worked, .. off]);
        }));

    private static DateOnly Last((Period Period, DateOnly Day0, Reckoning Reckoning) i, WorkingCalendar? calendar = null) =>
        Deadlines.Compute(i.Period, i.Day0, calendar ?? Calendar, i.Reckoning).Last;

    private static void Holds<T>(Gen<T> inputs, Func<T, bool> property, int tests = 2000) =>
        Prop.ForAll(inputs.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
