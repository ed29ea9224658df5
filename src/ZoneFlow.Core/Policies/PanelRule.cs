using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>How a panel is seated and how it scores.</summary>
/// <param name="OverItems">The state of the items it judges, or null where it judges this case itself.</param>
/// <param name="SeatedBy">The role that names the experts.</param>
/// <param name="TiesToMeeting">Which of two equals goes first is the meeting's to decide; it needs no reason of its own.</param>
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
    Source Source)
{
    /// <summary>What each criterion of the sheet is called, where the pack says.</summary>
    public ImmutableSortedDictionary<string, Label> SheetLabels { get; init; } = ImmutableSortedDictionary<string, Label>.Empty;
}
