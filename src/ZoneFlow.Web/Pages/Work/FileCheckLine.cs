using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One application's file as it was checked.</summary>
/// <param name="Papers">What the application must bring, and whether it is there.</param>
/// <param name="Blank">The required answers that are missing.</param>
/// <param name="Unmet">The conditions that the figures do not meet; <paramref name="Met"/> counts those that they do.</param>
/// <param name="Judged">The conditions that a person judges.</param>
public sealed record FileCheckLine(
    string Number, string Title, string? Region, Label Stage, SourcedDate? Due, IReadOnlyList<(Label Paper, bool Filed)> Papers, IReadOnlyList<Label> Blank,
    IReadOnlyList<CriterionLine> Unmet, int Met, int Judged, string Href)
{
    public bool IsComplete => Papers.All(p => p.Filed) && Blank.Count == 0;
}
