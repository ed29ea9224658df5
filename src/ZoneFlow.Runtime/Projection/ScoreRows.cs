using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>The scoreboard rows that follow from a decision which touches a plan's ledger; the rows are made again from the whole ledger.</summary>
public sealed class ScoreRows(ICaseStore store)
{
    public async Task<ImmutableArray<IndexRow>> OfAsync(Pack? pack, Decision decision, CancellationToken cancellationToken)
    {
        if (pack is null || decision.State is not { } state || !Touches(pack, state, decision.Entries))
        {
            return [];
        }

        var added = decision.Entries.SelectMany(LedgerLine.Of).ToList();
        var book = LedgerRows.Book(await store.RowsAsync(state.Id, RowKinds.Ledger, cancellationToken)).With(added);
        return Of(pack, state, book, CivilDate.Of(state.LastAt)) is { } row ? [row] : [];
    }

    /// <summary>The row of a case as its ledger stands; null where it has no plan.</summary>
    public static IndexRow? Of(Pack pack, CaseState state, PlanBook book, DateOnly today)
    {
        var board = Scoreboard.Of(pack, state, book, today);
        if (board.Version is not { } version || board.Lines.IsEmpty)
        {
            return null;
        }

        var row = new ScoreRowOfCase(
            state.Id, state.Kind, state.Number, state.Title, state.Region, version.Number,
            [
                .. board.Lines.Select(l => new ScoreRowLine(
                    l.Item, l.Rule.Name, l.Rule.Label, l.Rule.Unit, l.Rule.Basis, l.Rule.Target?.AtMost ?? false, l.Due, Short(l.Now.Needed ?? l.Rule.Target?.Bound),
                    l.Now.Value, l.Now.State, l.Latest?.Value.AsOf, Short(l.Forecast?.Value), Short(l.Forecast?.Low), Short(l.Forecast?.High))),
            ]);
        return new IndexRow(Indexes.Scores, pack.Id, state.Id.Value, state.Id, JsonSerializer.Serialize(row, CaseJson.Stored.ScoreRowOfCase));
    }

    private static bool Touches(Pack pack, CaseState state, ImmutableArray<Entry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var change in entry.Changes)
            {
                if (Touches(pack, state, change))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Touches(Pack pack, CaseState state, Change change) =>
        change is Change.ValuesFiled or Change.ValuesVerified or Change.PlanAdopted || (change is Change.StandingChanged && pack.Cases[state.Kind].PackItems is not null);

    private static decimal? Short(decimal? value) => value is { } number ? decimal.Round(number, 4) : null;
}
