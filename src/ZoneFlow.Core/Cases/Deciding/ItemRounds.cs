using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// A duty that each item owes on its own: one round opens and falls due for all of them, each item's procedure answers
/// for it, and a unit hears of all that it owes in one mail.
/// </summary>
internal static class ItemRounds
{
    /// <summary>Opens a round for the items that stand in the duty's state now. An item that comes to it later owes the next one.</summary>
    public static void Open(Turn turn, DutyRule duty, Occurrence occurrence, ImmutableSortedDictionary<string, string> with)
    {
        var owing = turn.State.Items.Where(i => duty.ItemState is null || i.State == duty.ItemState).Select(i => i.Key).ToImmutableArray();
        turn.Record(new Change.OccurrenceOpened(occurrence with { Owing = owing }));
        if (owing.IsEmpty)
        {
            turn.Record(new Change.OccurrenceClosed(occurrence.Id, OccurrenceState.Skipped));
            return;
        }

        var key = duty.Starts == duty.Name ? occurrence.Key : $"{duty.Name}-{occurrence.Key}";
        foreach (var item in owing)
        {
            Stages.Start(turn, duty.Starts, $"{key}.{item}", occurrence.Id, null, with.SetItem(Units.Item, item), told: false);
        }

        Tell(turn, TellKind.Task, turn.State.Occurrences.First(o => o.Id == occurrence.Id), [], turn.NotBefore);
    }

    /// <summary>One item has answered; the round is over with its last.</summary>
    public static void Answer(Turn turn, Occurrence occurrence, string item, OccurrenceState state)
    {
        if (!occurrence.Owing.Contains(item))
        {
            return;
        }

        turn.Record(new Change.ItemAnswered(occurrence.Id, item, state));
        if (occurrence.Owing.Length == 1)
        {
            turn.Record(new Change.OccurrenceClosed(occurrence.Id, occurrence.Due.Missed ? OccurrenceState.SettledLate : OccurrenceState.Settled));
        }
    }

    /// <summary>Lets go of items that have left the state in which they owe.</summary>
    public static void Reconcile(Turn turn, DutyRule duty, string id)
    {
        foreach (var item in turn.State.Occurrences.FirstOrDefault(o => o.Id == id)?.Owing ?? [])
        {
            if (duty.ItemState is { } state && turn.State.Item(item)?.State != state)
            {
                Answer(turn, turn.State.Occurrences.First(o => o.Id == id), item, OccurrenceState.Lapsed);
                if (turn.State.Procedures.FirstOrDefault(p => p.Occurrence == id && Units.ItemOf(p) == item) is { } procedure)
                {
                    turn.Record(new Change.ProcedureStopped(procedure.Id, $"duty:{OccurrenceState.Lapsed}"));
                }
            }
        }
    }

    /// <summary>Tells each holder of what still owes, and some roles besides, once each, with the items that concern it.</summary>
    public static void Tell(Turn turn, TellKind kind, Occurrence occurrence, ImmutableArray<string> also, DateTimeOffset notBefore)
    {
        var owing = turn.State.Procedures.Where(p => p.Occurrence == occurrence.Id && occurrence.Owing.Contains(Units.ItemOf(p) ?? "")).ToList();
        var told = new List<(Audience To, Procedure Procedure)>();
        foreach (var procedure in owing)
        {
            var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
            var roles = kind == TellKind.Escalation ? [] : Holders.Roles(turn.Pack, procedure, Holders.Of(stage));
            told.AddRange(roles.Concat(also).Distinct().SelectMany(r => Holders.Audiences(turn.Pack, turn.State, procedure, r)).Distinct().Select(a => (a, procedure)));
        }

        foreach (var of in told.GroupBy(t => t.To))
        {
            var procedures = of.Select(t => t.Procedure).ToList();
            var values = Tellings.Values(turn, procedures[0], occurrence.Due)
                .SetItem("items", string.Join('、', procedures.Select(p => turn.State.Item(Units.ItemOf(p)!)!.Title)));
            Tellings.Tell(turn, kind, of.Key, null, procedures.Count == 1 ? procedures[0] : null, values, notBefore, null);
        }
    }
}
