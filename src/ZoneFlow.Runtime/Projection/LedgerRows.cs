using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A plan's ledger as rows of its case, so that nobody reads a journal of years for one sum.</summary>
public static class LedgerRows
{
    public static CaseRow Of(LedgerLine line) =>
        new(RowKinds.Ledger, $"{line.Entry:D8}-{line.Index:D4}", JsonSerializer.Serialize(line, CaseJson.Stored.LedgerLine));

    /// <param name="rows">In the order of their keys, as a store gives them.</param>
    public static PlanBook Book(IEnumerable<CaseRow> rows) => PlanBook.Of(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.LedgerLine)!));
}
