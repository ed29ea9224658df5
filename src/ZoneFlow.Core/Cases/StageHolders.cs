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
            .. Holders.Roles(pack, procedure, Holders.Of(stage)).Where(r => !procedure.Signed.Contains(r))
                .SelectMany(role => Holders.Audiences(pack, state, procedure, role)),
            .. stage is StageRule.Panel panel
                ? procedure.Seats.Where(s => !s.Recused && s.Scored.IsEmpty).Select(s => new Audience(panel.Rule.Of, null, s.Expert))
                : [],
        ];
    }

    /// <summary>What a procedure is held to now: its stage's own deadline, or that of the duty that started it.</summary>
    public static Deadline? DeadlineOf(CaseState state, Procedure procedure) => Stages.DeadlineOf(state, procedure);
}
