using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>A case that joins a round goes on under the round's revision. The joining itself is decided under it.</summary>
internal static class Pinning
{
    /// <summary>Why a signal cannot be decided under another revision than the case's own, or null where it can.</summary>
    public static Refusal? Against(Pack pack, CaseState state, Signal signal)
    {
        if (pack.Revision == state.Pack)
        {
            return null;
        }

        return pack.Id == state.Pack.Pack && signal.LookedUp.RoundPack == pack.Revision && Fits(pack, state)
            ? null
            : new Refusal(
                "revision", "本事项与该批次适用的政策版本不同，须先由管理员完成版本迁移。",
                "The case runs under another revision of the policy than this round; it must be migrated first.");
    }

    public static void Pin(Turn turn)
    {
        if (turn.State.Pack != turn.Pack.Revision)
        {
            turn.Record(new Change.CasePinned(turn.Pack.Revision));
        }
    }

    // Everything live must be there under its name; what it then means is the revision's.
    private static bool Fits(Pack pack, CaseState state) =>
        pack.Cases.TryGetValue(state.Kind, out var kind)
        && kind.Standings.Any(s => s.Name == state.Standing)
        && state.Flags.All(kind.Flags.ContainsKey)
        && state.Occurrences.All(o => pack.Duties.Any(d => d.Name == o.Duty))
        && state.Procedures.All(p => pack.Procedures.Any(r => r.Name == p.Name && r.Stages.Any(s => s.Name == p.Stage)
            && (p.Paused is null || r.Stages.Any(s => s.Name == p.Paused.Stage))));
}
