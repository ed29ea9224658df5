using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Who holds a stage, and whether an actor is one of them.</summary>
internal static class Holders
{
    /// <summary>The roles behind a rule, with "returner" and "opener" resolved. Opener stays where a party opened it.</summary>
    public static ImmutableArray<string> Roles(Pack pack, Procedure? procedure, ActorRule by)
    {
        if (!by.Roles.Contains(ActorRule.Returner) || procedure?.Paused is null)
        {
            return by.Roles;
        }

        var returner = Of(pack.Procedure(procedure.Name).Stage(procedure.Paused.Stage));
        return [.. by.Roles.SelectMany(r => r == ActorRule.Returner ? returner.Roles.AsEnumerable() : [r])];
    }

    /// <summary>Who holds a stage: its task's actors, or those who seat its panel. Nobody holds a notice, a wait or an end.</summary>
    public static ActorRule Of(StageRule stage) => stage switch
    {
        StageRule.Task t => t.By,
        StageRule.Panel p => ActorRule.One(p.Rule.SeatedBy),
        _ => new ActorRule([], false),
    };

    /// <summary>Whoever may take a transition: its own rule, or the holders of the stage.</summary>
    public static ActorRule Of(StageRule? stage, TransitionRule transition) =>
        transition.By ?? (stage is null ? new ActorRule([], false) : Of(stage));

    /// <summary>The first of the rule's roles that the actor plays in this case, or null.</summary>
    /// <param name="item">The item that an opening is about, where it names one.</param>
    public static string? RolePlayed(Pack pack, CaseState state, Procedure? procedure, ActorRule by, Actor actor, string? item = null) =>
        Roles(pack, procedure, by).FirstOrDefault(role => role == ActorRule.Opener
            ? procedure?.Opener is { } opener && opener == actor.Party
            : pack.Roles.TryGetValue(role, out var rule) && rule.PerItem ? Units.Plays(pack, state, item ?? Units.ItemOf(procedure), role, actor)
            : Plays(pack, state.Applicants, state.Region, role, actor));

    public static bool Plays(
        Pack pack, ImmutableSortedDictionary<string, PartyId> applicants, string? region, string role, Actor actor) =>
        pack.Roles.TryGetValue(role, out var rule) && rule.Kind switch
        {
            RoleKind.Applicant => actor.Party is { } party && applicants.TryGetValue(role, out var own) && own == party
                && actor.Roles.Any(r => r.Role == role),
            RoleKind.Endorser => actor.Roles.Any(r => r.Role == role && r.Region == region),
            RoleKind.Public => true,
            _ => actor.Roles.Any(r => r.Role == role),
        };

    /// <summary>Where a mail to a role of this case goes: to each unit where the role is an item's, else to one audience.</summary>
    public static IEnumerable<Audience> Audiences(Pack pack, CaseState state, Procedure? procedure, string role) =>
        pack.Roles.TryGetValue(role, out var rule) && rule.PerItem
            ? Units.Audiences(pack, state, Units.ItemOf(procedure), role)
            : [Audience(pack, state, procedure, role)];

    /// <summary>Where a mail to a role of this case goes.</summary>
    public static Audience Audience(Pack pack, CaseState state, Procedure? procedure, string role) => role switch
    {
        ActorRule.Opener => new Audience(role, null, procedure?.Opener),
        _ => pack.Roles[role].Kind switch
        {
            RoleKind.Applicant => new Audience(role, null, state.Applicants.TryGetValue(role, out var party) ? party : null),
            RoleKind.Endorser => new Audience(role, state.Region, null),
            _ => new Audience(role, null, null),
        },
    };
}
