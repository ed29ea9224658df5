using System.Diagnostics.CodeAnalysis;

namespace ZoneFlow.Core.Calendars;

/// <summary>A date of every year as a policy prints it (R8): <c>01-31</c>, or <c>02-last</c> for the month's last day.</summary>
public readonly record struct MonthDay
{
    private MonthDay(int month, int day) => (Month, Day) = (month, day);

    public int Month { get; }

    /// <summary>0 is the month's last day.</summary>
    public int Day { get; }

    public static MonthDay Parse(string text) =>
        TryParse(text, out var monthDay, out var reason) ? monthDay : throw new FormatException(reason);

    public static bool TryParse(string? text, out MonthDay monthDay, [NotNullWhen(false)] out string? reason)
    {
        monthDay = default;
        var last = text is [_, _, '-', 'l', 'a', 's', 't'];
        // 2000 is a leap year, so that 02-29 gets its own answer below.
        if (!CivilDate.TryParse($"2000-{(last ? $"{text![..2]}-01" : text)}", out var sample))
        {
            reason = $"'{text}' is no date of the year; write month and day as 01-31, or 02-last for the last day of the month.";
            return false;
        }
        if (sample is { Month: 2, Day: 29 })
        {
            reason = "29 February is not in every year; write 02-last for the last day of February.";
            return false;
        }
        monthDay = new MonthDay(sample.Month, last ? 0 : sample.Day);
        reason = null;
        return true;
    }

    public DateOnly In(int year) => new(year, Month, Day == 0 ? DateTime.DaysInMonth(year, Month) : Day);

    public override string ToString() =>
        Day == 0 ? string.Create(null, $"{Month:00}-last") : string.Create(null, $"{Month:00}-{Day:00}");
}
