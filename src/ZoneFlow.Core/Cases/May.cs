using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// Who may see what: one table. No endpoint and no query has a rule of its own. Who may act is decided with the
/// action, by the pack.
/// </summary>
public static class May
{
    /// <summary>Whether somebody in this relation to the case may look at this.</summary>
    /// <param name="isPublic">Whether the case's standing is a public one.</param>
    public static bool See(View view, Relation relation, bool isOperator, bool isPublic) => view switch
    {
        View.PublicPage => isPublic || relation is not Relation.Stranger,
        View.Notice => true,
        View.Progress or View.Documents => relation is Relation.Own or Relation.Endorser or Relation.Authority or Relation.Seated,
        View.Answers => relation is Relation.Own or Relation.Endorser or Relation.Authority or Relation.Seated,
        View.Journal => relation is Relation.Own or Relation.Endorser or Relation.Authority,
        View.Plan => relation is Relation.Own or Relation.Endorser or Relation.Authority or Relation.Unit,
        View.Acting => relation is not Relation.Stranger,
        View.Owed => relation is Relation.Unit or Relation.Authority,
        View.Objections or View.Scores or View.Dossier => relation is Relation.Authority,
        View.Installation => isOperator,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What an actor is to a case.</summary>
    public static Relation RelationOf(Pack pack, CaseState state, Actor actor)
    {
        bool Plays(RoleKind kind) => pack.Roles.Values.Any(r => r.Kind == kind && Holders.Plays(pack, state.Applicants, state.Region, r.Name, actor));

        return Plays(RoleKind.Authority) ? Relation.Authority
            : Plays(RoleKind.Applicant) ? Relation.Own
            : Plays(RoleKind.Endorser) && state.Region is not null ? Relation.Endorser
            : state.Items.Any(i => IsOn(pack, state, i.Key, actor)) ? Relation.Unit
            : actor.Party is { } party && state.Procedures.Any(p => p.Seats.Any(s => s.Expert == party && !s.Recused)) ? Relation.Seated
            : Relation.Stranger;
    }

    /// <summary>The items of a plan that an actor may see: a unit all that it leads or shares in and nothing else, the deciding office every one.</summary>
    public static IEnumerable<Item> ItemsOf(Pack pack, CaseState state, Actor actor) => RelationOf(pack, state, actor) switch
    {
        Relation.Authority => state.Items,
        Relation.Unit => state.Items.Where(i => IsOn(pack, state, i.Key, actor)),
        _ => [],
    };

    private static bool IsOn(Pack pack, CaseState state, string item, Actor actor) =>
        pack.Roles.Values.Any(r => r.PerItem && Units.Plays(pack, state, item, r.Name, actor));

    public static bool See(View view, Pack pack, CaseState state, Actor actor) =>
        See(view, RelationOf(pack, state, actor), actor.IsOperator, pack.Cases[state.Kind].Standing(state.Standing).Public);
}
