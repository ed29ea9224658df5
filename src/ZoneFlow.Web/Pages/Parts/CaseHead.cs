using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>The lines that say which case a page is about.</summary>
/// <param name="Href">The dossier, where this reader may open it.</param>
public sealed record CaseHead(
    string Number, string Title, Label Kind, Label Standing, DateOnly Since, bool Final, IReadOnlyList<Label> Flags, string? Region, Label Policy, string? Href);
