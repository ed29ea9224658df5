namespace ZoneFlow.Core.Calendars;

/// <summary>
/// The one place that turns instants into civil dates and back (R0): a civil date is the date at UTC+8, whatever zone the
/// machine is in. China has had no summer time since 1991, so the offset is a constant.
/// </summary>
public static class CivilDate
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>00:00 at UTC+8, as a UTC instant.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>A time of day at UTC+8, as a UTC instant.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) =>
        new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>Exactly <c>2025-03-10</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>
    /// A date, or an instant read as the date it is at UTC+8: <c>2025-03-09T16:00:00Z</c> is 10 March. An instant names its
    /// offset; one without is refused, for it could be meant either way.
    /// </summary>
    public static bool TryParseDateOrInstant(ReadOnlySpan<char> text, out DateOnly date)
    {
        if (text.Length == 10)
        {
            return TryParse(text, out date);
        }
        date = default;
        if (text.Length < 17 || text[10] is not ('T' or 't') || text[13] != ':'
            || !TryParse(text[..10], out var written)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || hour > 23 || minute > 59
            || !OffsetMinutes(AfterSeconds(text[16..]), out var offset))
        {
            return false;
        }
        var civilMinutes = (hour * 60) + minute - offset + (int)Offset.TotalMinutes;
        var dayNumber = written.DayNumber + (int)Math.Floor(civilMinutes / 1440d);
        if (dayNumber < 0 || dayNumber > DateOnly.MaxValue.DayNumber)
        {
            return false;
        }
        date = DateOnly.FromDayNumber(dayNumber);
        return true;
    }

    private static ReadOnlySpan<char> AfterSeconds(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[0] != ':' || !Number(rest[1..3], out var second) || second > 59)
        {
            return rest;
        }
        rest = rest[3..];
        if (rest.Length < 2 || rest[0] != '.' || !char.IsAsciiDigit(rest[1]))
        {
            return rest;
        }
        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? [] : rest[(end + 1)..];
    }

    private static bool OffsetMinutes(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z")
        {
            return true;
        }
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !Number(text[1..3], out var hour) || !Number(text[4..], out var minute) || hour > 14 || minute > 59)
        {
            return false;
        }
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
            value = (value * 10) + (digit - '0');
        }
        return true;
    }
}
