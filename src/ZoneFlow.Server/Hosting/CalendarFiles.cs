using ZoneFlow.Policies.Calendars;
using ZoneFlow.Runtime.Calendars;

namespace ZoneFlow.Server.Hosting;

/// <summary>Files of calendar revisions as the shell takes them.</summary>
internal static class CalendarFiles
{
    public static CalendarReading Read(string text, string fileName)
    {
        var file = CalendarFile.Parse(text, fileName);
        return new CalendarReading(file.Revisions, file.Lines, [.. file.Problems.Select(p => p.ToString())]);
    }
}
