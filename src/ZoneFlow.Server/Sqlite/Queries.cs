namespace ZoneFlow.Server.Sqlite;

/// <summary>Every question the store asks. Each has an index; a test reads their plans.</summary>
internal static class Queries
{
    private const string CaseColumns = "c.id, c.kind, c.version, s.state, s.schema, c.head, c.parked, s.version";

    public const string Case = $"SELECT {CaseColumns} FROM cases c JOIN states s ON s.case_row = c.row WHERE c.id = ?";

    public const string Parked = $"SELECT {CaseColumns} FROM cases c JOIN states s ON s.case_row = c.row WHERE c.parked IS NOT NULL ORDER BY c.id LIMIT ?";

    public const string Answer = "SELECT case_id, version, body FROM signals WHERE id = ?";

    /// <summary>Walks back from the last entry, whose row the case knows, without touching the entries' bytes on the way.</summary>
    public const string Journal =
        """
        WITH RECURSIVE back(row, seq, previous_row) AS (
          SELECT j.row, j.seq, j.previous_row FROM cases c JOIN journal j ON j.row = c.last_entry WHERE c.id = ?1 AND j.seq > ?2
          UNION ALL
          SELECT j.row, j.seq, j.previous_row FROM back b JOIN journal j ON j.row = b.previous_row WHERE j.seq > ?2)
        SELECT j.seq, j.bytes, coalesce(j.previous_hash, p.hash), j.hash, j.packed
        FROM (SELECT row, seq FROM back ORDER BY seq LIMIT ?3) b
        JOIN journal j ON j.row = b.row LEFT JOIN journal p ON p.row = j.previous_row
        ORDER BY b.seq
        """;

    public const string Rows = "SELECT kind, key, json FROM rows WHERE case_id = ? AND kind = ? ORDER BY key";

    public const string Confided = "SELECT digest, salt, kind, text FROM confided WHERE case_id = ?";

    /// <summary>A row without a text of its own shows what stands with its case.</summary>
    private const string IndexColumns =
        "i.idx, i.part, i.sort, i.case_id, CASE i.json WHEN '' THEN (SELECT c.summary FROM cases c WHERE c.id = i.case_id) ELSE i.json END";

    public const string Index = $"SELECT {IndexColumns} FROM index_rows i WHERE i.idx = ? AND i.part = ? ORDER BY i.sort LIMIT ?";

    public const string Count = "SELECT count(*) FROM index_rows WHERE idx = ? AND part = ? AND sort > ? AND sort < ?";

    public const string IndexAfter = $"SELECT {IndexColumns} FROM index_rows i WHERE i.idx = ? AND i.part = ? AND i.sort > ? ORDER BY i.sort LIMIT ?";

    private const string OfKindAndRegion = "FROM cases WHERE kind = ?1 AND summary IS NOT NULL AND (?2 IS NULL OR region = ?2)";

    /// <summary>Counted from the index alone; how cases stand is then read by its number.</summary>
    public const string CaseCounts =
        $"SELECT (SELECT o.outline FROM outlines o WHERE o.id = cases.outline), next_last, count(*) {OfKindAndRegion} GROUP BY next_last, outline";

    public const string Dated =
        $"SELECT summary {OfKindAndRegion} AND next_last >= ?3 AND next_last < ?4 AND final = 0 ORDER BY next_last LIMIT ?5 OFFSET ?6";

    /// <summary>
    /// The words are sought among the few ways in which cases stand, once, and in the index alone, all through; what is found is
    /// then read by its number.
    /// </summary>
    public const string Search =
        $"""
        SELECT summary FROM cases WHERE row IN (
          SELECT row {OfKindAndRegion} AND (named LIKE ?3 ESCAPE '\' AND open >= ?4
              OR ?4 = 0 AND outline IN (SELECT o.id FROM outlines o WHERE o.stands LIKE ?3 ESCAPE '\'))
          ORDER BY number, row LIMIT ?5 OFFSET ?6)
        ORDER BY number, row
        """;

    public const string DueBy =
        "SELECT id, due_at FROM cases WHERE due_at IS NOT NULL AND due_at <= ? AND parked IS NULL ORDER BY due_at, row LIMIT ?";

    public const string NextDue = "SELECT due_at FROM cases WHERE due_at IS NOT NULL AND parked IS NULL ORDER BY due_at LIMIT 1";

    /// <summary>An effect waits while an earlier one of its lane is in the outbox, unless that one is parked.</summary>
    private const string HeadsItsLane =
        "NOT EXISTS (SELECT 1 FROM outbox e WHERE e.lane = o.lane AND e.parked = 0 AND (e.ord, e.row) < (o.ord, o.row))";

    private const string EffectColumns = "id, case_id, ord, lane, kind, json, next_try, attempts, error, parked";

    public const string PendingEffects =
        $"SELECT {EffectColumns} FROM outbox o WHERE parked = 0 AND next_try <= ? AND {HeadsItsLane} ORDER BY next_try, row LIMIT ?";

    public const string NextEffect =
        $"SELECT next_try FROM outbox o WHERE parked = 0 AND {HeadsItsLane} ORDER BY next_try LIMIT 1";

    public const string Outbox = $"SELECT {EffectColumns} FROM outbox ORDER BY parked DESC, next_try, row LIMIT ?";

    public const string Record = "SELECT kind, key, json, expires FROM records WHERE kind = ? AND key = ?";

    public const string Records = "SELECT kind, key, json, expires FROM records WHERE kind = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?";
}
