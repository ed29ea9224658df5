using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A case as a register lists it.</summary>
/// <param name="Stages">Where its procedures are, in the order they began.</param>
/// <param name="NextLast">The earliest last day among its procedures'.</param>
public sealed record CaseSummary(
    CaseId Id, string Kind, string Number, string Title, string? Region, string Pack, string Standing, Label StandingLabel, bool Public, bool Final,
    DateOnly Since, ImmutableArray<Label> Stages, ImmutableArray<Label> Flags, DateOnly? NextLast)
{
    /// <summary>Whether its title, number or region have these words in them.</summary>
    public bool IsNamed(string words) => Have([Title, Number, Region], words);

    /// <summary>Whether these, its standing or its stages have.</summary>
    public bool Has(string words) => IsNamed(words) || Have([StandingLabel.Zh, StandingLabel.En, .. Stages.SelectMany(s => new[] { s.Zh, s.En })], words);

    private static bool Have(IEnumerable<string?> texts, string words) => texts.Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    public CaseOutline Outline => new(Kind, Pack, StandingLabel, Final, Stages);
}
