using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Handing a task over (转办): within its role, to one person, who alone is written to from then on.</summary>
internal static class HandOvers
{
    private static readonly Label Name = new("转办", "Hand over");

    public static Refusal? HandOver(Turn turn, SignalBody.HandOver body)
    {
        if (AtHand.Find(turn, body.Procedure, body.Visit, out var procedure, out _, out var stage) is { } refusal)
        {
            return refusal;
        }

        if (StageHolders.AsHeldBy(turn.Pack, turn.State, procedure, turn.Signal.Actor) is not { } held || held.Role != body.Role)
        {
            return Refusals.NotYours(Name, stage.Source);
        }

        if (held.Party is { } own ? body.Party != own : !turn.Signal.LookedUp.Parties.Contains(body.Party))
        {
            return new Refusal(
                "not-a-holder", new Label("对方目前没有办理这一事项的角色。", "That person does not hold the role of this task today."), null,
                [new RefusalDetail("person", new Label("请另选一人。", "Choose somebody else."))]);
        }

        var holder = new Signature(held.Role, held.Party);
        if (procedure.Assigned.Any(a => a.Holder == holder && a.Person == body.Person))
        {
            return new Refusal("already-assigned", "该事项已由对方办理。", "It is with that person already.");
        }

        turn.Record(new Change.TaskHandedOver(procedure.Id, new Assignment(holder, body.Party, body.Person, turn.At), body.Note));
        var now = turn.State.Procedure(procedure.Id)!;
        Tellings.Tell(turn, TellKind.Task, held, null, now, Tellings.Values(turn, now, Stages.DeadlineOf(turn.State, now)), turn.At, body.Note);
        return null;
    }
}
