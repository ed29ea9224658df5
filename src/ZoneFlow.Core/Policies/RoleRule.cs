using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One role of a policy.</summary>
/// <param name="Alias">For a region with a body of its own: the region's name to that body's title.</param>
/// <param name="NamedBy">The role that names its holders, for experts.</param>
/// <param name="PerItem">Held for one item of a plan, not for the case.</param>
public sealed record RoleRule(
    string Name,
    Label Label,
    RoleKind Kind,
    ImmutableSortedDictionary<string, string> Alias,
    string? NamedBy,
    bool PerItem,
    Source Source);
