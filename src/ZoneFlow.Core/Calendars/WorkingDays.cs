namespace ZoneFlow.Core.Calendars;

/// <summary>
/// Which days are worked, counted once: a number for every working day in order, so that walking any distance is two look-ups.
/// Outside the table the plain rule holds, Monday to Friday, by arithmetic; both its ends are Mondays to keep that simple.
/// </summary>
internal sealed class WorkingDays
{
    private readonly int _start;
    private readonly int _end;
    private readonly int _total;

    // How many working days of the table lie before the day at this place, and where the working day of this number is.
    // Two bytes each: the table stays within the processor's near cache.
    private readonly ushort[] _before;
    private readonly ushort[] _places;

    public WorkingDays(DateOnly from, DateOnly to, Func<DateOnly, bool> isWorking)
    {
        _start = MondayOnOrBefore(from);
        _end = MondayOnOrBefore(to) + 7;
        _before = new ushort[_end - _start];
        var places = new List<ushort>(_before.Length);
        for (var place = 0; place < _before.Length; place++)
        {
            _before[place] = checked((ushort)places.Count);
            if (isWorking(DateOnly.FromDayNumber(_start + place)))
            {
                places.Add(checked((ushort)place));
            }
        }
        _places = [.. places];
        _total = _places.Length;
    }

    public bool IsWorking(DateOnly date) => NumberOf(date.DayNumber + 1) > NumberOf(date.DayNumber);

    /// <summary>The nth working day at or after a date, from 1; 0 and below go back from it.</summary>
    public DateOnly Nth(DateOnly from, int n) => DateOnly.FromDayNumber(DayOf(NumberOf(from.DayNumber) + n - 1));

    /// <summary>Both ends included; none when the last is before the first.</summary>
    public int Count(DateOnly from, DateOnly to) =>
        to < from ? 0 : NumberOf(to.DayNumber + 1) - NumberOf(from.DayNumber);

    private int NumberOf(int day)
    {
        if (day >= _start && day < _end)
        {
            return _before[day - _start];
        }
        return day < _start ? -WeekdaysBetween(day, _start) : _total + WeekdaysBetween(_end, day);
    }

    private int DayOf(int number)
    {
        if (number >= 0 && number < _total)
        {
            return _start + _places[number];
        }
        var (monday, weekday) = number < 0 ? (_start, number) : (_end, number - _total);
        var week = (int)Math.Floor(weekday / 5d);
        return monday + (week * 7) + (weekday - (week * 5));
    }

    // One of the two is a Monday of the table's ends.
    private static int WeekdaysBetween(int from, int to) => Weekdays(to) - Weekdays(from);

    private static int Weekdays(int day) => (day / 7 * 5) + Math.Min(day % 7, 5);

    // Day number 0, 1 January of the year 1, is a Monday.
    private static int MondayOnOrBefore(DateOnly date) => date.DayNumber / 7 * 7;
}
