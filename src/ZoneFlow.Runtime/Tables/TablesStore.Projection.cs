using System.Text.Json;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Tables;

public sealed partial class TablesStore
{
    /// <summary>
    /// Writes what commits of a case have left to be written elsewhere, oldest first, and is harmless where that is done.
    /// Two may be at it at once: what one has finished the other sees gone before it writes.
    /// </summary>
    public async Task ProjectAsync(CaseId id)
    {
        var partition = Places.Case(id);
        for (var tries = 1; await rows.RangeAsync(partition, $"{Places.Pending}!", Places.Past(Places.Pending), 1, CancellationToken.None) is [var waiting, ..];)
        {
            var work = JsonSerializer.Deserialize(waiting.Body, TableJson.Stored.PendingWork)!;
            if (!work.Overflow.IsEmpty)
            {
                var page = CommitRows.Page(partition, work.Overflow);
                var left = work with { Overflow = [.. work.Overflow.Where(row => page.All(change => change.Row.Key != row.Key))] };
                await rows.WriteAsync(partition, [.. page, .. Rows.Change(RowChangeKind.Replace, partition, waiting.Row.Key, Written(left), waiting.Row.Tag)]);
            }
            else if (await SpreadAsync(id, waiting.Row, work))
            {
                await rows.WriteAsync(partition, Rows.Delete(waiting.Row));
            }
            else
            {
                TriedTooOften(tries++, id);
            }
        }

        await FindableAsync(id);
    }

    /// <summary>Makes good what commits that were cut short have left: every marked case is projected.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        var stale = (time.GetUtcNow() - StaleMark).ToUnixTimeMilliseconds();
        foreach (var mark in await table.Read(Places.Marks, "", Places.Beyond(""), int.MaxValue, cancellationToken))
        {
            await ProjectAsync(new(mark.Text("case")));
            if (mark.Number("at") <= stale)
            {
                // A younger one may belong to a commit that is about to be written.
                await rows.WriteAsync(Places.Marks, Rows.Delete(mark));
            }
        }
    }

    /// <summary>False where somebody else has finished meanwhile.</summary>
    private async Task<bool> SpreadAsync(CaseId id, TableRow waiting, PendingWork work)
    {
        foreach (var effect in work.Effects)
        {
            await rows.WriteAsync(Places.Outbox, Rows.Change(
                RowChangeKind.Put, Places.Outbox, Key(effect.Id), default, "", ("case", id.Value), ("key", effect.Key)));
        }

        foreach (var drop in work.Drops.Where(d => work.Puts.All(p => p.Key != d)))
        {
            if (!await WriteGuardedAsync(waiting, Places.Index(drop.Index, drop.Partition), Key(drop.Sort), (_, found) => found is null ? [] : [Rows.Delete(found)]))
            {
                return false;
            }
        }

        foreach (var put in work.Puts)
        {
            if (!await WriteGuardedAsync(waiting, Places.Index(put.Index, put.Partition), Key(put.Sort), (partition, found) => Rows.Change(
                KindOf(found), partition, Key(put.Sort), Rows.Bytes(put.Json), found?.Tag ?? "", ("sort", put.Sort), ("case", put.Case.Value))))
            {
                return false;
            }
        }

        foreach (var record in work.Records)
        {
            await ExpiringAsync(record);
            if (!await WriteGuardedAsync(
                waiting, Places.Records(record.Kind), Key(record.Key), (_, found) => RecordRow.Change(KindOf(found), record, found?.Tag ?? "")))
            {
                return false;
            }
        }

        return true;
    }

    private static RowChangeKind KindOf(TableRow? found) => found is null ? RowChangeKind.Insert : RowChangeKind.Replace;

    // Between what was found and what is written stands a look at the case: work that is gone from there has been done in
    // full, and later work too perhaps. Whoever changed the row in between changed its tag.
    private async Task<bool> WriteGuardedAsync(
        TableRow waiting, string partition, string key, Func<string, TableRow?, IEnumerable<RowChange>> write)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var found = await table.Find(partition, key, CancellationToken.None);
            if (await table.Find(waiting.Partition, waiting.Key, CancellationToken.None) is null)
            {
                return false;
            }

            var changes = write(partition, found).ToList();
            if (changes.Count == 0 || await table.Write(partition, changes) == RowOutcome.Written)
            {
                return true;
            }
        }

        throw new IOException($"The row {partition}/{key} changed {MostTries} times while it was being written.");
    }

    /// <summary>Puts a case where the clock and the operator look for it, as it stands.</summary>
    private async Task FindableAsync(CaseId id)
    {
        if (await table.Find(Places.Case(id), Places.CaseRow, CancellationToken.None) is not { } stored)
        {
            return;
        }

        if (stored.TextOrNull("parked") is not null)
        {
            await rows.WriteAsync(Places.Parked, Rows.Change(RowChangeKind.Put, Places.Parked, Key(id.Value), default, "", ("case", id.Value)));
        }
        else if (stored.TextOrNull("due") is { } due)
        {
            await rows.WriteAsync(Places.Due, Rows.Change(
                RowChangeKind.Put, Places.Due, Places.DueKey(Places.Read(stored.Number("due")), id), default, "", ("case", id.Value), ("due", due)));
        }
    }

    // Rows of the case itself may still wait, where a commit had more of them than one transaction takes.
    private async Task WholeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if ((await table.Find(Places.Case(id), Places.CaseRow, cancellationToken))?.TextOrNull("overflow") is { } version
            && await table.Find(Places.Case(id), $"{Places.Pending}!{TableKey.Number(long.Parse(version, System.Globalization.CultureInfo.InvariantCulture))}", cancellationToken) is not null)
        {
            await ProjectAsync(id);
        }
    }
}
