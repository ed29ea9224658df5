using System.Text.Json;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>Who was ever entered as a role's holder; <see cref="RoleHolderRow.HoldsOn"/> says for which days.</summary>
internal static class RoleHolders
{
    // More than any office has; a role's holders are never shown in part.
    private const int Most = 10_000;

    public static async Task<IReadOnlyList<RoleHolderRow>> RoleHoldersAsync(
        this ICaseStore store, string role, string? region, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.RoleHolders, ReadModel.RolePartition(role, region), null, Most, cancellationToken);
        return [.. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.RoleHolderRow)!)];
    }
}
