using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>Lengths of time and days of the year: <c>5wd</c>, <c>7d</c>, <c>2mo</c>, <c>2y</c>; <c>01-31</c>, <c>02-last</c>.</summary>
internal static class Times
{
    public static Period Period(this YamlNode node, string key) => node.Required(key) is { } at ? PeriodOf(at) : default;

    public static Period? OptionalPeriod(this YamlNode node, string key) => node.Optional(key) is { } at ? PeriodOf(at) : null;

    public static Period PeriodOf(YamlNode at)
    {
        if (TryPeriod(at.Text) is { } period)
        {
            return period;
        }
        at.Report($"{at.Path} must be a length of time: 5wd (working days), 7d (days), 2mo (months) or 2y (years).");
        return default;
    }

    public static MonthDay MonthDay(this YamlNode node, string key) => node.Required(key) is { } at ? MonthDayOf(at) : default;

    public static MonthDay MonthDayOf(YamlNode at)
    {
        if (TryMonthDay(at.Text) is { } day)
        {
            return day;
        }
        at.Report($"{at.Path} must be a day of the year: 01-31, or 02-last for the month's last day.");
        return default;
    }

    private static Period? TryPeriod(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        PeriodUnit? unit = text[digits..] switch
        {
            "d" => PeriodUnit.Days,
            "wd" => PeriodUnit.WorkingDays,
            "mo" => PeriodUnit.Months,
            "y" => PeriodUnit.Years,
            _ => null,
        };
        return unit is { } known && int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Period(count, known)
            : null;
    }

    private static MonthDay? TryMonthDay(string text) =>
        text is [>= '0' and <= '9', >= '0' and <= '9', '-', .. var day]
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? day == "last" ? new MonthDay(month, null)
            : day.Length == 2 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1 && number <= DateTime.DaysInMonth(2024, month) ? new MonthDay(month, number)
            : null
        : null;
}
