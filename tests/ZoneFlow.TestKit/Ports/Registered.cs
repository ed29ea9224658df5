using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.TestKit.Ports;

/// <summary>Register rows as the read model writes them.</summary>
public static class Registered
{
    public static IndexRow Row(string id, string standing, DateOnly? next, string? region = null, bool final = false, params string[] stages) =>
        Row(new CaseSummary(
            new(id), "zone", $"N-{id}", $"集聚区{id}", region, "liaoning-2025", standing, new Label(standing), true, final, new DateOnly(2026, 1, 5),
            [.. stages.Select(s => new Label(s))], [], next));

    /// <summary>All the lists that a case stands in.</summary>
    public static ImmutableArray<IndexRow> Lists(IndexRow row)
    {
        var summary = RegisterRows.Read(row);
        return summary.Region is { } region ? [row, row with { Index = Indexes.Region, Partition = ReadModel.RegionPartition(summary.Kind, region) }] : [row];
    }

    private static IndexRow Row(CaseSummary summary) => new(
        Indexes.Register, summary.Kind, $"{summary.Number}|{summary.Id}", summary.Id, JsonSerializer.Serialize(summary, CaseJson.Stored.CaseSummary));
}
