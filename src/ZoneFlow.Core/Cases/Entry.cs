using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One line of a case's journal: what set it off, and the changes that followed.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Cause">A signal's id, or a timer's: its kind and the deadline or duty it belongs to.</param>
/// <param name="Pack">The pack revision it was decided under; null for the built-in kinds.</param>
/// <param name="Calendar">The calendar revision it was decided under.</param>
/// <param name="Rules">The version of the core's rules.</param>
/// <param name="LookedUp">What was looked up for it, or null where nothing was.</param>
public sealed record Entry(
    long Sequence,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    string Cause,
    Actor Actor,
    PackRevision? Pack,
    string Calendar,
    int Rules,
    LookedUp? LookedUp,
    ImmutableArray<Change> Changes);
