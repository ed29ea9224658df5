using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>How a panel is seated and how it scores.</summary>
/// <param name="OverItems">The state of the items it judges, or null where it judges this case itself.</param>
/// <param name="SeatedBy">The role that names the experts.</param>
/// <param name="Weights">The score sheet: criterion to weight; empty means one overall score.</param>
public sealed record PanelRule(
    string Of,
    string? OverItems,
    string SeatedBy,
    int FewestSeats,
    int MostSeats,
    int PresetSeats,
    decimal LowestScore,
    decimal HighestScore,
    ImmutableSortedDictionary<string, decimal> Weights,
    bool TiesToMeeting,
    Source Source);
