using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>Due within a time from a mark set by the same action. No reminder can exist before it.</summary>
public sealed record LateRule(Period Within, string From, Source Source);
