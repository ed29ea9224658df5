using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

// A case under another revision of its pack: the same values under the names that the new revision has for them.
public static partial class Lifecycle
{
    private static CaseState Moved(CaseState s, Change.MovedToPack c)
    {
        var map = c.Map;
        return s with
        {
            Pack = c.To,
            Standing = map.Standing(s.Standing),
            Flags = s.Flags.Select(map.Flag).ToImmutableSortedSet(StringComparer.Ordinal),
            Marks = Renamed(s.Marks, map.Mark),
            Fields = Renamed(s.Fields, map.Field),
            Procedures = [.. s.Procedures.Select(p => Moved(p, map))],
            Ended = Renamed(s.Ended, map.ProcedureId),
            Occurrences = [.. s.Occurrences.Select(o => o with
            {
                Id = map.OccurrenceId(o.Id), Duty = map.Duty(o.Duty), Due = Moved(o.Due, map.OccurrenceId(o.Id), map),
            })],
            Past = Renamed(s.Past, map.OccurrenceId).SetItems(c.Spared.Select(id => KeyValuePair.Create(id, OccurrenceState.Skipped))),
            Items = [.. s.Items.Select(i => i with { State = map.ItemState(i.State) })],
            Filed = Renamed(s.Filed, map.Document),
        };
    }

    private static Procedure Moved(Procedure p, RevisionMap map)
    {
        var id = map.ProcedureId(p.Id);
        var stage = map.Stage(p.Name, p.Stage);
        var paused = p.Paused is { } held
            ? held with { Stage = map.Stage(p.Name, held.Stage), Due = held.Due is { } h ? Moved(h, OfStage(h.Id, id, map.Stage(p.Name, held.Stage)), map) : null }
            : null;
        return p with
        {
            Id = id, Name = map.Procedure(p.Name), Stage = stage, Paused = paused,
            Occurrence = p.Occurrence is { } o ? map.OccurrenceId(o) : null,
            Filed = [.. p.Filed.Select(f => f with { Document = f.Document with { Slot = map.Document(f.Document.Slot) } })],
            Due = p.Due is { } due ? Moved(due, OfStage(due.Id, id, stage), map) : null,
        };
    }

    private static Deadline Moved(Deadline due, string id, RevisionMap map) => due with { Id = id, Anchor = due.Anchor is { } mark ? map.Mark(mark) : null };

    // procedure/key/stage/visit: only the visit stays.
    private static string OfStage(string old, string procedure, string stage) => $"{procedure}/{stage}{old[old.LastIndexOf('/')..]}";

    private static ImmutableSortedDictionary<string, T> Renamed<T>(ImmutableSortedDictionary<string, T> all, Func<string, string> rename) =>
        Map<T>().AddRange(all.Select(p => KeyValuePair.Create(rename(p.Key), p.Value)));
}
