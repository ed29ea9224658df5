using System.Text.Json;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>What a store without an index of its own for it answers from the register's rows.</summary>
public static class RegisterRows
{
    /// <summary>Where the rows of a kind stand, in one region or in all.</summary>
    public static (string Index, string Partition) Of(string kind, string? region) =>
        region is null ? (Indexes.Register, kind) : (Indexes.Region, ReadModel.RegionPartition(kind, region));

    public static IReadOnlyList<CaseCount> Counts(IEnumerable<IndexRow> rows) =>
    [
        .. rows.Select(Read).GroupBy(c => (Outline: JsonSerializer.Serialize(c.Outline, CaseJson.Stored.CaseOutline), c.NextLast))
            .Select(g => new CaseCount(g.First().Outline, g.Key.NextLast, g.Count())),
    ];

    public static IReadOnlyList<CaseSummary> Dated(IEnumerable<IndexRow> rows, DateOnly? from, DateOnly? until, int skip, int most) =>
    [
        .. rows.Select(Read).Where(c => !c.Final && c.NextLast is { } next && (from is null || next >= from) && (until is null || next < until))
            .OrderBy(c => c.NextLast).Skip(skip).Take(most),
    ];

    public static IReadOnlyList<CaseSummary> Search(IEnumerable<IndexRow> rows, string words, bool open, int skip, int most) =>
        [.. rows.Select(Read).Where(c => open ? c.Public && c.IsNamed(words) : c.Has(words)).Skip(skip).Take(most)];

    public static CaseSummary Read(IndexRow row) => JsonSerializer.Deserialize(row.Json, CaseJson.Stored.CaseSummary)!;
}
