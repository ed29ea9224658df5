using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The units of a plan's items, and the parties that are those units.</summary>
internal static class Units
{
    /// <summary>The start value that names the item a procedure is about.</summary>
    public const string Item = "item";

    public static string? ItemOf(Procedure? procedure) => procedure?.With.GetValueOrDefault(Item);

    /// <summary>The units that play a role of an item, groups taken apart, the accountable one first; none for a role of another kind.</summary>
    public static ImmutableArray<string> Of(Pack pack, CaseState state, string? item, string role)
    {
        if (item is null || state.Item(item) is not { } now || !pack.Roles.TryGetValue(role, out var known) || !known.PerItem)
        {
            return [];
        }

        var rule = pack.Item(item);
        var keys = known.Kind switch
        {
            RoleKind.Lead => now.Lead.IsEmpty ? rule?.Lead ?? [] : now.Lead,
            RoleKind.Responsible => now.Responsible.IsEmpty ? rule?.Responsible ?? [] : now.Responsible,
            _ => [],
        };
        return [.. keys.SelectMany(k => Members(pack, k)).Distinct()];
    }

    /// <summary>The units of a group; a single unit is itself.</summary>
    public static IEnumerable<string> Members(Pack pack, string key) =>
        pack.Units.TryGetValue(key, out var unit) && unit.IsGroup ? unit.Of : [key];

    /// <summary>Whether an actor plays a role of an item; without an item, of any one that it can.</summary>
    public static bool Plays(Pack pack, CaseState state, string? item, string role, Actor actor) =>
        (item is null ? state.Items.Select(i => i.Key) : [item])
            .Any(i => Of(pack, state, i, role).Any(unit => Is(pack, actor, unit)));

    public static bool Is(Pack pack, Actor actor, string unit) =>
        actor.Roles.Any(r => r.Region == unit && pack.Roles.TryGetValue(r.Role, out var rule) && rule.Kind == RoleKind.Unit);

    /// <summary>Mail goes to whoever is the unit on the day it is sent.</summary>
    public static IEnumerable<Audience> Audiences(Pack pack, CaseState state, string? item, string role) =>
        pack.Roles.Values.FirstOrDefault(r => r.Kind == RoleKind.Unit) is { } seat
            ? Of(pack, state, item, role).Select(unit => new Audience(seat.Name, unit, null))
            : [];
}
