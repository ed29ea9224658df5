using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A case in a list.</summary>
public sealed record CaseLine(
    string Number, string Title, Label Kind, string? Region, Label Standing, bool Final, DateOnly Since, IReadOnlyList<Label> Stages,
    IReadOnlyList<Label> Flags, DateOnly? NextLast, string Href);
