using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>Reads a file of calendar revisions; what is wrong with it is said with its line.</summary>
public delegate CalendarReading CalendarReader(string text, string fileName);

/// <param name="Lines">The line at which each revision begins, by id.</param>
/// <param name="Problems">One sentence each, with file and line; the revisions are whole only when there is none.</param>
public sealed record CalendarReading(
    ImmutableArray<CalendarRevision> Revisions, ImmutableDictionary<string, int> Lines, ImmutableArray<string> Problems);
