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
        if (!at.MustBeText())
        {
            return default;
        }
        if (!Core.Calendars.Period.TryParse(at.Text, out var period, out var reason))
        {
            at.Report(reason);
        }
        return period;
    }

    public static MonthDay MonthDay(this YamlNode node, string key) => node.Required(key) is { } at ? MonthDayOf(at) : default;

    public static MonthDay MonthDayOf(YamlNode at)
    {
        if (!at.MustBeText())
        {
            return default;
        }
        if (!Core.Calendars.MonthDay.TryParse(at.Text, out var day, out var reason))
        {
            at.Report(reason);
        }
        return day;
    }
}
