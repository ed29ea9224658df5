using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

public sealed partial class TablesStore
{
    public async Task<CommitOutcome> CommitAsync(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Answer is { } answer && !await ClaimSignalAsync(answer))
        {
            return CommitOutcome.Repeated;
        }

        var mark = await MarkAsync(commit.Case);
        var outcome = await WriteAsync(commit);
        if (outcome is CommitOutcome.Committed or CommitOutcome.Repeated)
        {
            // A repeat may be of this very commit: the service's client asks again where an answer was lost.
            await ProjectAsync(commit.Case);
        }

        await UnmarkAsync(mark);
        return outcome;
    }

    private async Task<CommitOutcome> WriteAsync(Commit commit)
    {
        var partition = Places.Case(commit.Case);
        var before = await table.Find(partition, Places.CaseRow, CancellationToken.None);
        if (await RefusedAsync(commit, before) is { } refused)
        {
            return refused;
        }

        if (await table.Write(partition, CommitRows.Of(commit, before)) == RowOutcome.Written)
        {
            return CommitOutcome.Committed;
        }

        // Somebody came first, with this signal or another; otherwise one of its effects is there already.
        var after = await table.Find(partition, Places.CaseRow, CancellationToken.None);
        return await RefusedAsync(commit, after)
            ?? (after?.Tag == before?.Tag ? throw new InvalidOperationException($"An effect of {commit.Case} is in the outbox already.") : CommitOutcome.Conflict);
    }

    private async Task<CommitOutcome?> RefusedAsync(Commit commit, TableRow? stored)
    {
        if (commit.Answer is { } answer && await AnswerOfAsync(commit.Case, answer.Signal, CancellationToken.None) is not null)
        {
            return CommitOutcome.Repeated;
        }

        return (stored?.Number("version") ?? 0) == commit.Expected ? null : CommitOutcome.Conflict;
    }

    // A signal's answer stands with its case; what leads to the case from the signal alone is written before the commit.
    private async Task<bool> ClaimSignalAsync(SignalAnswer answer)
    {
        var partition = Places.Signal(answer.Signal);
        for (var tries = 1; ; tries++)
        {
            if (await rows.WriteAsync(partition, Rows.Change(RowChangeKind.Insert, partition, Places.CaseRow, default, "", ("case", answer.Case.Value))) == RowOutcome.Written)
            {
                return true;
            }

            if (await table.Find(partition, Places.CaseRow, CancellationToken.None) is { } pointer)
            {
                var owner = new CaseId(pointer.Text("case"));
                if (owner == answer.Case)
                {
                    return true;
                }

                if (await AnswerOfAsync(owner, answer.Signal, CancellationToken.None) is not null)
                {
                    return false;
                }

                // It was meant for another case and never came to a commit there.
                await rows.WriteAsync(partition, Rows.Delete(pointer));
            }

            TriedTooOften(tries, answer.Case);
        }
    }

    private async Task<TableRow> MarkAsync(CaseId id)
    {
        var mark = new TableRow(
            Places.Marks, $"{TableKey.Part(id.Value)}!{Guid.CreateVersion7(time.GetUtcNow()):N}",
            new Dictionary<string, object> { ["case"] = id.Value, ["at"] = Rows.Text(time.GetUtcNow().ToUnixTimeMilliseconds()) }, "*");
        await rows.WriteAsync(Places.Marks, new RowChange(RowChangeKind.Put, mark));
        return mark;
    }

    private Task<RowOutcome> UnmarkAsync(TableRow mark) => rows.WriteAsync(Places.Marks, Rows.Delete(mark));

    private static byte[] Written(PendingWork work) => JsonSerializer.SerializeToUtf8Bytes(work, TableJson.Stored.PendingWork);
}
