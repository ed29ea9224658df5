using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

// The small moves that Apply is written in.
public static partial class Lifecycle
{
    private static CaseState Empty(CaseId id, string kind, string number, string title) => new(
        id, kind, new PackRevision("", ""), 0, DateTimeOffset.MinValue, number, title, null, [], "", DateOnly.MinValue,
        Set(), Map<Mark>(), Map<FieldValue>(), [], Map<string>(), [], Map<OccurrenceState>(), [], [], Map<int>(), [], null, null, null);

    private static ImmutableSortedDictionary<string, T> Map<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    private static ImmutableSortedSet<string> Set() => ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private static Procedure Started(Change.ProcedureStarted c) => new(
        c.Id, c.Name, c.Key, "", 0, DateTimeOffset.MinValue, c.Opener, c.Occurrence, c.With, null, [], [], Set(), [], [], null, 0);

    private static CaseState With(CaseState s, string id, Func<Procedure, Procedure> edit)
    {
        for (var i = 0; i < s.Procedures.Length; i++)
        {
            if (s.Procedures[i].Id == id)
            {
                return s with { Procedures = s.Procedures.SetItem(i, edit(s.Procedures[i])) };
            }
        }

        return s;
    }

    private static CaseState Without(CaseState s, string id, string result) =>
        s with { Procedures = s.Procedures.RemoveAll(p => p.Id == id), Ended = IsOfItem(s, id) ? s.Ended : s.Ended.SetItem(id, result) };

    // What came of one item's round stands in the item: nothing later asks for the round's own result, and there are many.
    private static bool IsOfItem(CaseState s, string id) =>
        s.Procedure(id) is { Occurrence: not null } procedure && procedure.With.ContainsKey(Deciding.Units.Item);

    private static CaseState WithItem(CaseState s, string key, Func<Item, Item> edit) =>
        s with { Items = [.. s.Items.Select(i => i.Key == key ? edit(i) : i)] };

    private static CaseState WithEntry(CaseState s, string id, string key, Func<NoticeEntry, NoticeEntry> edit) =>
        With(s, id, p => p with { Entries = [.. p.Entries.Select(e => e.Key == key ? edit(e) : e)] });

    private static CaseState WithSeat(CaseState s, string id, PartyId expert, Func<Seat, Seat> edit) =>
        With(s, id, p => p with { Seats = [.. p.Seats.Select(t => t.Expert == expert ? edit(t) : t)] });

    private static CaseState WithDeadline(CaseState s, string id, Func<Deadline, Deadline> edit) => s with
    {
        Procedures = [.. s.Procedures.Select(p => p.Due?.Id == id ? p with { Due = edit(p.Due) } : p)],
        Occurrences = [.. s.Occurrences.Select(o => o.Due.Id == id ? o with { Due = edit(o.Due) } : o)],
    };

    private static ImmutableArray<Item> Put(ImmutableArray<Item> items, Item item) =>
        items.Any(i => i.Key == item.Key) ? [.. items.Select(i => i.Key == item.Key ? item : i)] : items.Add(item);

    // What the ranking leaves out has no place.
    private static Item Placed(Item item, ImmutableArray<RankedItem> ranking)
    {
        var ranked = ranking.FirstOrDefault(r => r.Key == item.Key);
        return item with { Score = ranked?.Score, Place = ranked?.Place };
    }

    private static ImmutableArray<Filing> Put(ImmutableArray<Filing> filed, Filing filing) =>
        filed.RemoveAll(f => f.Document.Slot == filing.Document.Slot).Add(filing);

    private static ImmutableArray<Link> Put(ImmutableArray<Link> links, Link link) =>
        links.Any(l => l.Case == link.Case) ? links : links.Add(link);

    // What is joined last stands last, with its numbers where it is joined again.
    private static ImmutableArray<Link> Joined(CaseState s, Change.CaseJoined c) =>
        s.Links.RemoveAll(l => l.Case == c.Case).Add((s.Link(c.Case) ?? new Link(c.Link, c.Case, 1, 1)) with { Name = c.Link });

    private static ImmutableArray<Link> Sent(CaseState s, Change.MessageSent c) =>
        [.. Put(s.Links, new Link(c.Link, c.To, 1, 1)).Select(l => l.Case == c.To ? l with { NextOut = c.Sequence + 1 } : l)];

    private static ImmutableArray<Link> Heard(CaseState s, Change.MessageHeard c) =>
        [.. Put(s.Links, new Link(c.Link, c.From, 1, 1)).Select(l => l.Case == c.From ? l with { NextIn = c.Sequence + 1 } : l)];
}
