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
    public CaseOutline Outline => new(Kind, Pack, StandingLabel, Final, Stages);

    /// <summary>Whether its title, number or region have these words in them.</summary>
    public bool IsNamed(string words) => Have([Title, Number, Region], words);

    /// <summary>Whether these, its standing or its stages have.</summary>
    public bool Has(string words) => IsNamed(words) || Have([StandingLabel.Zh, StandingLabel.En, .. Stages.SelectMany(s => new[] { s.Zh, s.En })], words);

    public bool Equals(CaseSummary? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && Number == other.Number && Title == other.Title && Region == other.Region
        && Pack == other.Pack && Standing == other.Standing && StandingLabel == other.StandingLabel && Public == other.Public && Final == other.Final
        && Since == other.Since && Stages.SequenceEqual(other.Stages) && Flags.SequenceEqual(other.Flags) && NextLast == other.NextLast;

    public override int GetHashCode() => HashCode.Combine(Id, Standing, Stages.Length, NextLast);

    private static bool Have(IEnumerable<string?> texts, string words) => texts.Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);
}
