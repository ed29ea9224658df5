namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Joint stages (会签): everyone signs the same set of papers.</summary>
internal static class Signing
{
    /// <summary>Undoes what was signed, since the papers have changed, and asks the others who had signed to sign again.</summary>
    public static void Void(Turn turn, string id)
    {
        var procedure = turn.State.Procedure(id)!;
        if (procedure.Signed.IsEmpty)
        {
            return;
        }

        turn.Record(new Change.SignaturesVoided(id));
        var unsigned = turn.State.Procedure(id)!;
        var values = Tellings.Values(turn, unsigned, Stages.DeadlineOf(turn.State, unsigned));
        var others = procedure.Signed.Where(s => s.Party is null || s.Party != turn.Signal.Actor.Party).Select(s => s.Role).Distinct()
            .SelectMany(role => Holders.Audiences(turn.Pack, turn.State, procedure, role))
            .Where(a => Holders.HasSigned(procedure, a) && (a.Party is null || a.Party != turn.Signal.Actor.Party));
        foreach (var audience in others)
        {
            Tellings.Tell(turn, TellKind.Task, audience, null, unsigned, values, turn.At, null);
        }
    }
}
