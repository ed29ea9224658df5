using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Lists read from the read model.</summary>
public sealed class Registers(ICaseStore store)
{
    private const int Page = 500;

    /// <summary>The zones whose standing is public.</summary>
    public async Task<IReadOnlyList<CaseSummary>> PublicZonesAsync(CancellationToken cancellationToken) =>
        [.. (await CasesAsync(Indexes.Register, CaseKinds.Zone, cancellationToken)).Where(z => z.Public)];

    public Task<IReadOnlyList<CaseSummary>> OfKindAsync(string kind, CancellationToken cancellationToken) =>
        CasesAsync(Indexes.Register, kind, cancellationToken);

    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync(int most, CancellationToken cancellationToken) =>
        [.. (await store.IndexAsync(Indexes.Notices, "all", null, most, cancellationToken)).Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.NoticeRow)!)];

    public async Task<IReadOnlyList<AnnouncementRow>> AnnouncementsAsync(int most, CancellationToken cancellationToken) =>
        [
            .. (await store.IndexAsync(Indexes.Announcements, "all", null, most, cancellationToken))
                .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.AnnouncementRow)!),
        ];

    /// <summary>The open tasks of an actor: of the party itself, and of each role it holds.</summary>
    public async Task<IReadOnlyList<TaskRow>> TasksAsync(Actor actor, CancellationToken cancellationToken)
    {
        var partitions = actor.Roles.Select(r => ReadModel.RolePartition(r.Role, r.Region)).ToList();
        if (actor.Party is { } party)
        {
            partitions.Add($"party|{party}");
        }

        var tasks = new List<TaskRow>();
        foreach (var partition in partitions.Distinct())
        {
            var rows = await store.IndexAsync(Indexes.Worklist, partition, null, Page, cancellationToken);
            tasks.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.TaskRow)!));
        }

        return [.. tasks.OrderBy(t => t.Last ?? DateOnly.MaxValue).ThenBy(t => t.Number, StringComparer.Ordinal)];
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

    /// <summary>The cases an actor follows: its own, its region's, or all of them for the deciding office.</summary>
    public async Task<IReadOnlyList<CaseSummary>> FollowedAsync(Actor actor, IReadOnlyList<Pack> packs, CancellationToken cancellationToken)
    {
        var found = new List<CaseSummary>();
        foreach (var grant in actor.Roles)
        {
            foreach (var kind in packs.Where(p => p.Roles.TryGetValue(grant.Role, out _)).Select(p => p.Roles[grant.Role].Kind).Distinct())
            {
                found.AddRange(kind switch
                {
                    RoleKind.Authority => [.. await OfKindAsync(CaseKinds.Zone, cancellationToken), .. await OfKindAsync(CaseKinds.Round, cancellationToken), .. await OfKindAsync(CaseKinds.Plan, cancellationToken)],
                    RoleKind.Unit => await OfKindAsync(CaseKinds.Plan, cancellationToken),
                    RoleKind.Endorser => await CasesAsync(Indexes.Region, $"{CaseKinds.Zone}|{grant.Region}", cancellationToken),
                    RoleKind.Applicant when actor.Party is { } party => await CasesAsync(Indexes.Own, party.Value, cancellationToken),
                    _ => [],
                });
            }
        }

        return [.. found.DistinctBy(c => c.Id)];
    }

    private async Task<IReadOnlyList<CaseSummary>> CasesAsync(string index, string partition, CancellationToken cancellationToken)
    {
        var found = new List<CaseSummary>();
        string? after = null;
        while (await store.IndexAsync(index, partition, after, Page, cancellationToken) is { Count: > 0 } rows)
        {
            found.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.CaseSummary)!));
            after = rows[^1].Sort;
        }

        return found;
    }
}
