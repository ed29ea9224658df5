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

    // A search that finds little goes on by its link, so that no request reads a register of any length.
    private const int MostLookedAt = 20 * Page;

    /// <summary>The zones whose standing is public, with what of them is.</summary>
    public async Task<IReadOnlyList<CaseSummary>> PublicZonesAsync(CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        return [.. (await CasesAsync(Indexes.Register, CaseKinds.Zone, cancellationToken)).Where(z => z.Public).Select(z => Shown(packs, z))];
    }

    /// <summary>What is public of a case: by the latest revision of its policy, so that a list made shorter holds at once for all.</summary>
    public async Task<PublicRule> PublicAsync(Pack pack, string kind, CancellationToken cancellationToken) =>
        PublicRule.Of((await office.PacksAsync(cancellationToken)).FirstOrDefault(p => p.Id == pack.Id && p.Cases.ContainsKey(kind)) ?? pack, kind);

    /// <summary>A page of the public zones that are sought, and the sort key it goes on after; null where it does not.</summary>
    /// <param name="after">The key that the page before ended with, or null for the first.</param>
    public async Task<(IReadOnlyList<CaseSummary> Zones, string? After)> PublicZonesAsync(
        Func<CaseSummary, bool> sought, string? after, int most, CancellationToken cancellationToken)
    {
        var (found, packs) = (new List<CaseSummary>(), await office.PacksAsync(cancellationToken));
        for (var looked = 0; looked < MostLookedAt; looked += Page)
        {
            var rows = await store.IndexAsync(Indexes.Register, CaseKinds.Zone, after, Page, cancellationToken);
            foreach (var row in rows)
            {
                if (found.Count == most)
                {
                    return (found, after);
                }

                after = row.Sort;
                if (JsonSerializer.Deserialize(row.Json, CaseJson.Stored.CaseSummary)! is { Public: true } zone && Shown(packs, zone) is var shown && sought(shown))
                {
                    found.Add(shown);
                }
            }

            if (rows.Count < Page)
            {
                return (found, null);
            }
        }

        return (found, after);
    }

    public Task<IReadOnlyList<CaseSummary>> OfKindAsync(string kind, CancellationToken cancellationToken) =>
        CasesAsync(Indexes.Register, kind, cancellationToken);

    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync(int most, CancellationToken cancellationToken) => (await NoticesAsync(null, most, cancellationToken)).Rows;

    /// <summary>A page of the notices, the latest first, and the sort key it goes on after; null where it does not.</summary>
    public async Task<(IReadOnlyList<NoticeRow> Rows, string? After)> NoticesAsync(string? after, int most, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.Notices, "all", after, most, cancellationToken);
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
        var rows = await store.IndexAsync(Indexes.Announcements, "all", after, most, cancellationToken);
        return ([.. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.AnnouncementRow)!)], rows.Count == most ? rows[^1].Sort : null);
    }

    /// <summary>All open tasks of an actor: of the party itself, of each role it holds, and those handed over to the person.</summary>
    public Task<IReadOnlyList<TaskRow>> TasksAsync(Actor actor, CancellationToken cancellationToken) =>
        TasksAsync(actor, DueSpan.Any, _ => true, 0, int.MaxValue, cancellationToken);

    /// <summary>A page of those due in a span and sought, by date and number.</summary>
    public async Task<IReadOnlyList<TaskRow>> TasksAsync(
        Actor actor, DueSpan span, Func<TaskRow, bool> sought, int skip, int most, CancellationToken cancellationToken)
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
                    if (JsonSerializer.Deserialize(row.Json, CaseJson.Stored.TaskRow)! is var task && sought(task))
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
        FollowedAsync(actor, packs, _ => true, 0, int.MaxValue, cancellationToken);

    /// <summary>A page of those of them that are sought.</summary>
    public async Task<IReadOnlyList<CaseSummary>> FollowedAsync(
        Actor actor, IReadOnlyList<Pack> packs, Func<CaseSummary, bool> sought, int skip, int most, CancellationToken cancellationToken)
    {
        var end = most == int.MaxValue ? most : skip + most;
        var indexes = new List<(string Index, string Partition)>();
        foreach (var grant in actor.Roles)
        {
            foreach (var kind in packs.Where(p => p.Roles.TryGetValue(grant.Role, out _)).Select(p => p.Roles[grant.Role].Kind).Distinct())
            {
                indexes.AddRange(kind switch
                {
                    RoleKind.Authority => [(Indexes.Register, CaseKinds.Zone), (Indexes.Register, CaseKinds.Round), (Indexes.Register, CaseKinds.Plan)],
                    RoleKind.Unit => [(Indexes.Register, CaseKinds.Plan)],
                    RoleKind.Endorser => [(Indexes.Region, $"{CaseKinds.Zone}|{grant.Region}")],
                    RoleKind.Applicant when actor.Party is { } party => [(Indexes.Own, party.Value)],
                    _ => [],
                });
            }
        }

        // No further than the page's end: a long register is not read to show its first lines.
        var found = new List<CaseSummary>();
        foreach (var (index, partition) in indexes.Distinct())
        {
            if (found.Count < end)
            {
                found.AddRange(await CasesAsync(index, partition, sought, end, cancellationToken));
            }
        }

        return [.. found.DistinctBy(c => c.Id).Skip(skip).Take(most)];
    }

    private static IEnumerable<string> WorkOf(Actor actor) =>
        RolesOf(actor).Concat(actor.Person is { } person ? [ReadModel.PersonPartition(person)] : []);

    private static IEnumerable<string> RolesOf(Actor actor) => actor.Roles.Select(r => ReadModel.RolePartition(r.Role, r.Region))
        .Concat(actor.Party is { } party ? [$"party|{party}"] : []).Distinct();

    private Task<IReadOnlyList<CaseSummary>> CasesAsync(string index, string partition, CancellationToken cancellationToken) =>
        CasesAsync(index, partition, _ => true, int.MaxValue, cancellationToken);

    private async Task<IReadOnlyList<CaseSummary>> CasesAsync(
        string index, string partition, Func<CaseSummary, bool> sought, int most, CancellationToken cancellationToken)
    {
        var found = new List<CaseSummary>();
        string? after = null;
        while (found.Count < most && await store.IndexAsync(index, partition, after, Math.Min(Page, most), cancellationToken) is { Count: > 0 } rows)
        {
            found.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.CaseSummary)!).Where(sought));
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
