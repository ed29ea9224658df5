using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What a decision is made under: the case's pack, the calendar as it is known, and when the office opens.</summary>
/// <param name="Pack">Null for the built-in kinds, which have no policy.</param>
public sealed record Rulebook(Pack? Pack, WorkingCalendar Calendar, TimeOnly Opening)
{
    /// <summary>The version of the core's rules, raised whenever a decision over the same values may come out otherwise.</summary>
    public const int RulesVersion = 1;

    /// <summary>Reminders go out and public periods close at this time of a working day unless the office says otherwise.</summary>
    public static readonly TimeOnly UsualOpening = new(9, 0);

    /// <summary>The revision that a case is asked to move to; null for every other signal.</summary>
    public Pack? Next { get; init; }

    public Pack Policy => Pack ?? throw new InvalidOperationException("This kind of case has no policy.");

    /// <summary>The same calendar and hours under another pack.</summary>
    public Rulebook Under(Pack pack) => this with { Pack = pack, Next = null };

    /// <summary>What the next decision about a case is made under: the revision it has moved to, where it has.</summary>
    public Rulebook After(CaseState state) => Next is { } next && next.Revision == state.Pack ? Under(next) : this;
}
