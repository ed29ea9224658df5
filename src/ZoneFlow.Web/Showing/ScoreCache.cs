using System.Collections.Concurrent;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Showing;

/// <summary>
/// Scoreboard rows taken apart once: reading the JSON of a thousand plans costs more than all the rest of a page over them. The store's own text says whether
/// a row is still the same, so nothing here can be out of date.
/// </summary>
public sealed class ScoreCache
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<CaseId, (string Json, ScoredCase Row)> _rows = [];

    public ScoredCase Of(IndexRow stored)
    {
        if (_rows.TryGetValue(stored.Case, out var known) && known.Json == stored.Json)
        {
            return known.Row;
        }

        var row = new ScoredCase(JsonSerializer.Deserialize(stored.Json, CaseJson.Stored.ScoreRowOfCase)!);
        if (_rows.Count >= Most)
        {
            _rows.Clear();
        }

        _rows[stored.Case] = (stored.Json, row);
        return row;
    }
}
