using System.Collections.Immutable;
using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>Who holds a running procedure now, for worklists and progress.</summary>
public static class StageHolders
{
    public static ImmutableArray<Audience> Of(Pack pack, CaseState state, Procedure procedure)
    {
        var stage = pack.Procedure(procedure.Name).Stage(procedure.Stage);
        return
        [
            .. Holders.Roles(pack, procedure, Holders.Of(stage)).SelectMany(role => Holders.Audiences(pack, state, procedure, role))
                .Where(a => !Holders.HasSigned(procedure, a)),
            .. stage is StageRule.Panel panel
                ? procedure.Seats.Where(s => !s.Recused && s.Scored.IsEmpty).Select(s => new Audience(panel.Rule.Of, null, s.Expert))
                : [],
        ];
    }

    /// <summary>As which of its holders an actor has the stage's task, or null where it is not the actor's. An expert's seat is not a task to hand over.</summary>
    public static Audience? AsHeldBy(Pack pack, CaseState state, Procedure procedure, Actor actor)
    {
        var by = Holders.Of(pack.Procedure(procedure.Name).Stage(procedure.Stage));
        return Holders.RolePlayed(pack, state, procedure, by, actor) is { } role
            ? Holders.Audiences(pack, state, procedure, role).FirstOrDefault(a => a.Party is null || a.Party == actor.Party)
            : null;
    }

    /// <summary>The person to whom a holder's task was handed over, or null where all of them have it.</summary>
    public static Assignment? Assigned(Procedure procedure, Audience holder) =>
        procedure.Assigned.FirstOrDefault(a => a.Holder == new Signature(holder.Role, holder.Party));

    /// <summary>To whom else an actor's own task was handed over; null where the actor still has it, and where it is none of theirs.</summary>
    public static Assignment? WithAnother(Pack pack, CaseState state, Procedure procedure, Actor actor) =>
        AsHeldBy(pack, state, procedure, actor) is { } held && Assigned(procedure, held) is { } assigned && assigned.Person != actor.Person ? assigned : null;

    /// <summary>What a procedure is held to now: its stage's own deadline, or that of the duty that started it.</summary>
    public static Deadline? DeadlineOf(CaseState state, Procedure procedure) => Stages.DeadlineOf(state, procedure);
}
