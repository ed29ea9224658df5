using System.Globalization;
using System.Text;

namespace ZoneFlow.Web.Feeds;

/// <summary>Dates as an iCalendar object (RFC 5545): all-day events, a provisional one tentative.</summary>
public static class CalendarFeed
{
    private const int MostOctets = 75;

    public static byte[] Of(string name, DateTimeOffset stamp, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//ZoneFlow//ZoneFlow//ZH");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "METHOD", "PUBLISH");
        Line(text, "X-WR-CALNAME", Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var e in events)
        {
            Line(text, "BEGIN", "VEVENT");
            Line(text, "UID", Escaped(e.Uid));
            Line(text, "DTSTAMP", stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE", Day(e.Day));
            Line(text, "DTEND;VALUE=DATE", Day(e.Day.AddDays(1)));
            Line(text, "SUMMARY", Escaped(e.Summary));
            Line(text, "DESCRIPTION", Escaped(e.Description));
            Line(text, "URL", e.Href);
            Line(text, "STATUS", e.Provisional ? "TENTATIVE" : "CONFIRMED");
            Line(text, "TRANSP", "TRANSPARENT");
            Line(text, "END", "VEVENT");
        }

        Line(text, "END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => text.Append("\\n"),
                '\\' or ';' or ',' => text.Append('\\').Append((char)rune.Value),
                < 0x20 or 0x7F => text,
                _ => text.Append(rune.ToString()),
            };
        }

        return text.ToString();
    }

    // A line has at most 75 octets; the next begins with a space, and no character is cut in two.
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
