using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A case's rosters as rows of the case: its state keeps their numbers alone.</summary>
public static class RosterRows
{
    public static CaseRow Of(RosterLine line) =>
        new(RowKinds.Roster, $"{line.Roster}|{line.Entry:D8}-{line.Index:D4}", JsonSerializer.Serialize(line, CaseJson.Stored.RosterLine));

    /// <param name="rows">In the order of their keys, as a store gives them.</param>
    public static IEnumerable<RosterLine> Lines(IEnumerable<CaseRow> rows, string roster) => rows
        .Where(r => r.Key.StartsWith($"{roster}|", StringComparison.Ordinal)).Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.RosterLine)!);
}
