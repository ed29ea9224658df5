using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A body that tasks of a plan are laid on. A party is this unit while it holds the pack's unit role for it.</summary>
/// <param name="Of">For a group (各区、县(市)政府): the units it is made of; empty for a single unit.</param>
public sealed record UnitRule(string Key, Label Label, ImmutableArray<string> Of, Source Source)
{
    public bool IsGroup => !Of.IsEmpty;
}
