using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// How long a kind of case is kept after its end (保管期限): then its dossier is archived, and its papers and personal texts leave the
/// installation. The journal stays. Where the text gives no term it is a service norm, as any default.
/// </summary>
/// <param name="Standings">The term of each final standing, counted from the day that the case came to it.</param>
/// <param name="Readings">How long it is kept who read it; null where the pack does not say.</param>
public sealed record KeepRule(ImmutableSortedDictionary<string, Period> Standings, Period? Readings, Source Source)
{
    /// <summary>How long readings are kept where no pack says it: three years.</summary>
    public static readonly Period ReadingsUnsaid = new(3, PeriodUnit.Years);
}
