using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Lists read from the read model.</summary>
public sealed class Registers(ICaseStore store, Office office, Cases cases)
{
    private const int Page = 500;
    private const int FewAtOnce = 100;

    // Where hardly any zone is public, the list goes on by its link, so that no request reads a register of any length.
    private const int MostLookedAt = 10_000;

    /// <summary>The zones whose standing is public, with what of them is.</summary>
    public async Task<IReadOnlyList<CaseSummary>> PublicZonesAsync(CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        return [.. (await CasesAsync(Indexes.Register, CaseKinds.Zone, cancellationToken)).Where(z => z.Public).Select(z => Shown(packs, z))];
    }

    /// <summary>What is public of a case: by the latest revision of its policy, so that a list made shorter holds at once for all.</summary>
    public async Task<PublicRule> PublicAsync(Pack pack, string kind, CancellationToken cancellationToken) =>
        PublicRule.Of((await office.PacksAsync(cancellationToken)).FirstOrDefault(p => p.Id == pack.Id && p.Cases.ContainsKey(kind)) ?? pack, kind);

    /// <summary>A page of the public zones, and the sort key it goes on after; null where it does not.</summary>
    /// <param name="after">The key that the page before ended with, or null for the first.</param>
    public async Task<(IReadOnlyList<CaseSummary> Zones, string? After)> PublicZonesAsync(string? after, int most, CancellationToken cancellationToken)
    {
        var (found, packs) = (new List<CaseSummary>(), await office.PacksAsync(cancellationToken));
        for (var looked = 0; looked < MostLookedAt; looked += FewAtOnce)
        {
            var rows = await store.IndexAsync(Indexes.Register, CaseKinds.Zone, after, FewAtOnce, cancellationToken);
            foreach (var row in rows)
            {
                if (found.Count == most)
                {
                    return (found, after);
                }

                after = row.Sort;
                if (RegisterRows.Read(row) is { Public: true } zone)
                {
                    found.Add(Shown(packs, zone));
                }
            }

            if (rows.Count < FewAtOnce)
            {
                return (found, null);
            }
        }

        return (found, after);
    }

    /// <summary>
    /// A page of the public zones whose title, number or region have these words in them, and where it goes on; null where it does
    /// not. Nobody finds a zone by what its policy does not make public, so that a page may have fewer than there is room for.
    /// </summary>
    public async Task<(IReadOnlyList<CaseSummary> Zones, int? Next)> SearchPublicAsync(string words, int skip, int most, CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        var found = await store.SearchAsync(CaseKinds.Zone, null, words, true, skip, most + 1, cancellationToken);
        return ([.. found.Take(most).Select(z => Shown(packs, z)).Where(z => z.IsNamed(words))], found.Count > most ? skip + most : null);
    }

    public Task<IReadOnlyList<CaseSummary>> OfKindAsync(string kind, CancellationToken cancellationToken) =>
        CasesAsync(Indexes.Register, kind, cancellationToken);

    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync(int most, CancellationToken cancellationToken) => (await NoticesAsync(null, most, cancellationToken)).Rows;

    /// <summary>The notices that a case published or that list it, the latest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> NoticesOfAsync(CaseId id, CancellationToken cancellationToken) =>
    [
        .. (await store.IndexAsync(Indexes.Notices, Indexes.OfCase(id.Value), null, int.MaxValue, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.NoticeRow)!),
    ];

    /// <summary>What a case has announced, the latest first.</summary>
    public async Task<IReadOnlyList<AnnouncementRow>> AnnouncementsOfAsync(CaseId id, CancellationToken cancellationToken) =>
    [
        .. (await store.IndexAsync(Indexes.Announcements, Indexes.OfCase(id.Value), null, int.MaxValue, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.AnnouncementRow)!),
    ];

    /// <summary>A page of the notices, the latest first, and the sort key it goes on after; null where it does not.</summary>
    public async Task<(IReadOnlyList<NoticeRow> Rows, string? After)> NoticesAsync(string? after, int most, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.Notices, Indexes.All, after, most, cancellationToken);
        return ([.. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.NoticeRow)!)], rows.Count == most ? rows[^1].Sort : null);
    }

    /// <summary>Announcements as anybody may see them: without the case's number where its policy does not make that public.</summary>
    public async Task<IReadOnlyList<AnnouncementRow>> ShownAsync(IEnumerable<AnnouncementRow> rows, CancellationToken cancellationToken)
    {
        var shown = new List<AnnouncementRow>();
        foreach (var row in rows)
        {
            shown.Add(await IsNumberPublicAsync(row.Case, cancellationToken) ? row : row with { Number = "" });
        }

        return shown;
    }

    private async Task<bool> IsNumberPublicAsync(CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.FindAsync(id, cancellationToken) is var (state, rules)
                && (await PublicAsync(rules.Policy, state.Kind, cancellationToken)).Shows(PublicFact.Number);
        }
        catch (CaseParkedException)
        {
            // The page goes on without it.
            return false;
        }
    }

    public async Task<IReadOnlyList<AnnouncementRow>> AnnouncementsAsync(int most, CancellationToken cancellationToken) =>
        (await AnnouncementsAsync(null, most, cancellationToken)).Rows;

    /// <summary>A page of the announcements, the latest first, and the sort key it goes on after; null where it does not.</summary>
    public async Task<(IReadOnlyList<AnnouncementRow> Rows, string? After)> AnnouncementsAsync(string? after, int most, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.Announcements, Indexes.All, after, most, cancellationToken);
        return ([.. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.AnnouncementRow)!)], rows.Count == most ? rows[^1].Sort : null);
    }

    /// <summary>All open tasks of an actor: of the party itself, of each role it holds, and those handed over to the person.</summary>
    public Task<IReadOnlyList<TaskRow>> TasksAsync(Actor actor, CancellationToken cancellationToken) =>
        TasksAsync(actor, DueSpan.Any, RowSearch.Any, _ => true, 0, int.MaxValue, cancellationToken);

    /// <summary>A page of those due in a span and sought, by date and number.</summary>
    public async Task<IReadOnlyList<TaskRow>> TasksAsync(
        Actor actor, DueSpan span, Func<IndexRow, bool> may, Func<TaskRow, bool> sought, int skip, int most, CancellationToken cancellationToken)
    {
        var end = most == int.MaxValue ? most : skip + most;
        var tasks = new List<TaskRow>();
        foreach (var partition in WorkOf(actor))
        {
            var (found, after) = (0, span.After);
            while (found < end && await store.IndexAsync(Indexes.Worklist, partition, after, Math.Min(Page, end), cancellationToken) is { Count: > 0 } rows)
            {
                foreach (var row in rows.TakeWhile(r => span.Before is not { } before || string.CompareOrdinal(r.Sort, before) < 0))
                {
                    if (may(row) && JsonSerializer.Deserialize(row.Json, CaseJson.Stored.TaskRow)! is var task && sought(task))
                    {
                        tasks.Add(task);
                        found++;
                    }
                }

                after = rows[^1].Sort;
                if (span.Before is { } last && string.CompareOrdinal(after, last) >= 0)
                {
                    break;
                }
            }
        }

        return [.. tasks.OrderBy(t => t.Last ?? DateOnly.MaxValue).ThenBy(t => t.Number, StringComparer.Ordinal).Skip(skip).Take(most)];
    }

    /// <summary>The first tasks of an actor's roles that were handed over to somebody else, by date.</summary>
    public async Task<IReadOnlyList<TaskRow>> HandedOverAsync(Actor actor, int most, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskRow>();
        foreach (var partition in RolesOf(actor))
        {
            var rows = await store.IndexAsync(Indexes.Worklist, ReadModel.HandedOver(partition), null, most, cancellationToken);
            tasks.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.TaskRow)!).Where(t => t.Assigned != actor.Person));
        }

        return [.. tasks.OrderBy(t => t.Last ?? DateOnly.MaxValue).Take(most)];
    }

    /// <summary>The case that people quote by this number, or null.</summary>
    public async Task<CaseSummary?> ByNumberAsync(string number, CancellationToken cancellationToken)
    {
        foreach (var kind in (string[])[CaseKinds.Zone, CaseKinds.Round, CaseKinds.Plan])
        {
            if (await store.IndexAsync(Indexes.Register, kind, number, 1, cancellationToken) is [{ } row]
                && row.Sort.StartsWith($"{number}|", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize(row.Json, CaseJson.Stored.CaseSummary);
            }
        }

        return null;
    }

    /// <summary>The case that is meant by a number, or by an id where none has that number; of an id that no case has, too.</summary>
    public async Task<CaseId> MeantAsync(string number, CancellationToken cancellationToken) =>
        (await ByNumberAsync(number, cancellationToken))?.Id ?? new CaseId(number);

    /// <summary>What people call a case by: its number, or its id where it has none.</summary>
    public async Task<string> NumberAsync(CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(id, cancellationToken) is var (state, _) && state.Number.Length > 0 ? state.Number : id.Value;

    /// <summary>How many tasks that are due in a span wait for an actor.</summary>
    public async Task<int> TaskCountAsync(Actor actor, DueSpan span, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var partition in WorkOf(actor))
        {
            count += await store.CountAsync(Indexes.Worklist, partition, span.After, span.Before, cancellationToken);
        }

        return count;
    }

    /// <summary>All cases an actor follows: its own, its region's, or every one for the deciding office.</summary>
    public Task<IReadOnlyList<CaseSummary>> FollowedAsync(Actor actor, IReadOnlyList<Pack> packs, CancellationToken cancellationToken) =>
        FollowedAsync(actor, packs, "", 0, int.MaxValue, cancellationToken);

    /// <summary>A page of those of them that have the words in their title, number, region, standing or stages; of all where there are none.</summary>
    public async Task<IReadOnlyList<CaseSummary>> FollowedAsync(
        Actor actor, IReadOnlyList<Pack> packs, string words, int skip, int most, CancellationToken cancellationToken)
    {
        // No further than the page's end: a long register is not read to show its first lines.
        var end = most == int.MaxValue ? most : skip + most;
        var following = Following.Of(actor, packs);
        var found = new List<CaseSummary>();
        foreach (var (kind, region) in following.Whole)
        {
            if (found.Count < end)
            {
                var (index, partition) = RegisterRows.Of(kind, region);
                found.AddRange(words.Length == 0
                    ? await CasesAsync(index, partition, end, cancellationToken)
                    : await store.SearchAsync(kind, region, words, false, 0, end, cancellationToken));
            }
        }

        if (found.Count < end && following.Own is { } party)
        {
            found.AddRange((await CasesAsync(Indexes.Own, party.Value, int.MaxValue, cancellationToken))
                .Where(c => !following.Has(c.Kind, c.Region) && (words.Length == 0 || c.Has(words))));
        }

        return [.. found.Skip(skip).Take(most)];
    }

    private static IEnumerable<string> WorkOf(Actor actor) =>
        RolesOf(actor).Concat(actor.Person is { } person ? [ReadModel.PersonPartition(person)] : []);

    private static IEnumerable<string> RolesOf(Actor actor) => actor.Roles.Select(r => ReadModel.RolePartition(r.Role, r.Region))
        .Concat(actor.Party is { } party ? [$"party|{party}"] : []).Distinct();

    private Task<IReadOnlyList<CaseSummary>> CasesAsync(string index, string partition, CancellationToken cancellationToken) =>
        CasesAsync(index, partition, int.MaxValue, cancellationToken);

    private async Task<IReadOnlyList<CaseSummary>> CasesAsync(string index, string partition, int most, CancellationToken cancellationToken)
    {
        var found = new List<CaseSummary>();
        string? after = null;
        while (found.Count < most && await store.IndexAsync(index, partition, after, Math.Min(Page, most), cancellationToken) is { Count: > 0 } rows)
        {
            found.AddRange(rows.Select(RegisterRows.Read));
            after = rows[^1].Sort;
        }

        return found;
    }

    private static CaseSummary Shown(IReadOnlyList<Pack> packs, CaseSummary zone)
    {
        if (packs.FirstOrDefault(p => p.Id == zone.Pack) is not { } pack || !pack.Cases.ContainsKey(zone.Kind))
        {
            return zone with { Number = "", Region = null };
        }

        var list = PublicRule.Of(pack, zone.Kind);
        return zone with { Number = list.Shows(PublicFact.Number) ? zone.Number : "", Region = list.Shows(PublicFact.Region) ? zone.Region : null };
    }
}
