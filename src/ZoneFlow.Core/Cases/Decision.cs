using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// What came of a signal. Timers that had come due before it are decided first and stand even where the
/// signal itself is refused.
/// </summary>
/// <param name="State">The state after all entries; null only where a case could not be opened.</param>
/// <param name="Refusal">Why the signal was refused, or null where it was accepted.</param>
public sealed record Decision(CaseState? State, ImmutableArray<Entry> Entries, ImmutableArray<Effect> Effects, Refusal? Refusal)
{
    public bool Accepted => Refusal is null;

    /// <summary>The next instant at which something happens to the case by itself, or null where nothing ever will.</summary>
    public DateTimeOffset? NextDue { get; init; }
}
