using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// When a deadline is spoken of: rungs before it (null is the last day itself), whom to tell once it has
/// passed, and whom to tell if that does not help.
/// </summary>
public sealed record ReminderRule(
    ImmutableArray<Period?> Rungs,
    ImmutableArray<string> OverdueTell,
    Period? ThenAfter,
    ImmutableArray<string> ThenTell,
    Source Source)
{
    public static ReminderRule Silent { get; } = new([], [], null, [], Source.Norm(""));
}
