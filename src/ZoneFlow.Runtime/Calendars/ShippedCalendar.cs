using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>The calendar revisions that came with the program.</summary>
public sealed record ShippedCalendar(ImmutableArray<CalendarRevision> Revisions);
