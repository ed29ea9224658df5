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
        Pack pack, ImmutableArray<Applicant> applicants, string? region, string role, Actor actor) =>
        pack.Roles.TryGetValue(role, out var rule) && rule.Kind switch
        {
            RoleKind.Applicant => actor.Party is { } party && applicants.Contains(new Applicant(role, party)) && actor.Roles.Any(r => r.Role == role),
            RoleKind.Endorser => actor.Roles.Any(r => r.Role == role && r.Region == region),
            RoleKind.Public => true,
            _ => actor.Roles.Any(r => r.Role == role),
        };

    /// <summary>
    /// Where a mail to a role of this case goes: to each unit where the role is an item's, to each party that applied in it, or to
    /// whoever holds it.
    /// </summary>
    public static IEnumerable<Audience> Audiences(Pack pack, CaseState state, Procedure? procedure, string role) => role switch
    {
        ActorRule.Opener => [new Audience(role, null, procedure?.Opener)],
        _ => pack.Roles[role].Kind switch
        {
            RoleKind.Applicant => state.Applicants.Where(a => a.Role == role).Select(a => new Audience(role, null, a.Party)),
            RoleKind.Endorser => [new Audience(role, state.Region, null)],
            _ when pack.Roles[role].PerItem => Units.Audiences(pack, state, Units.ItemOf(procedure), role),
            _ => [new Audience(role, null, null)],
        },
    };

    /// <summary>The signature of whoever acts in a role: an applicant signs for its own party, an office for its role.</summary>
    public static Signature SignatureOf(Pack pack, string role, Actor actor) =>
        new(role, pack.Roles.TryGetValue(role, out var rule) && rule.Kind == RoleKind.Applicant ? actor.Party : null);

    /// <summary>Whether those whom a mail goes to have signed on this visit already.</summary>
    public static bool HasSigned(Procedure procedure, Audience audience) => procedure.Signed.Contains(new Signature(audience.Role, audience.Party));

    /// <summary>Everyone who has to sign at a joint stage before it goes on.</summary>
    public static IEnumerable<Signature> Signatories(Pack pack, CaseState state, Procedure procedure, ActorRule by) =>
        Roles(pack, procedure, by).SelectMany(role => pack.Roles.TryGetValue(role, out var rule) && rule.Kind == RoleKind.Applicant
            ? state.Applicants.Where(a => a.Role == role).Select(a => new Signature(role, a.Party))
            : [new Signature(role, null)]);
}
