using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

public sealed partial class TablesStore
{
    /// <summary>The effects of one case that wait, in the order they state.</summary>
    public async Task<IReadOnlyList<OutboxEffect>> EffectsOfAsync(CaseId id, CancellationToken cancellationToken)
    {
        await WholeAsync(id, cancellationToken);
        var found = await rows.RangeAsync(Places.Case(id), $"{Places.Effects}!", Places.Past(Places.Effects), int.MaxValue, cancellationToken);
        return [.. found.Select(f => EffectRow.Read(id, f))];
    }

    public async Task<IReadOnlyList<OutboxEffect>> PendingEffectsAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var reached = Places.Read(now.ToUnixTimeMilliseconds());
        return [.. Lanes.Heads(await WaitingAsync(cancellationToken)).Where(e => e.NextTry <= reached)
            .OrderBy(e => e.NextTry).ThenBy(e => e.Order).Take(most)];
    }

    public async Task<DateTimeOffset?> NextEffectAsync(CancellationToken cancellationToken) =>
        Lanes.Heads(await WaitingAsync(cancellationToken)).Min(e => (DateTimeOffset?)e.NextTry);

    public async Task<IReadOnlyList<OutboxEffect>> OutboxAsync(int most, CancellationToken cancellationToken) =>
        [.. (await WaitingAsync(cancellationToken)).OrderByDescending(e => e.Parked).ThenBy(e => e.NextTry).ThenBy(e => e.Order).Take(most)];

    public async Task EffectDoneAsync(string effect, CancellationToken cancellationToken)
    {
        if (await PointerAsync(effect, cancellationToken) is not { } pointer)
        {
            return;
        }

        var partition = Places.Case(new(pointer.Text("case")));
        if (await table.Find(partition, pointer.Text("key"), cancellationToken) is { } row)
        {
            await rows.WriteAsync(partition, Rows.Delete(row with { Tag = "*" }));
        }

        await rows.WriteAsync(Places.Outbox, Rows.Delete(pointer));
    }

    public async Task EffectPutOffAsync(
        string effect, DateTimeOffset nextTry, int attempts, string? error, bool parked, CancellationToken cancellationToken)
    {
        for (var tries = 1; await PointerAsync(effect, cancellationToken) is { } pointer; tries++)
        {
            var id = new CaseId(pointer.Text("case"));
            if (await rows.FindAsync(Places.Case(id), pointer.Text("key"), cancellationToken) is not { } found)
            {
                return;
            }

            var now = EffectRow.Read(id, found) with { NextTry = nextTry, Attempts = attempts, Error = error, Parked = parked };
            if (await rows.WriteAsync(Places.Case(id), Rows.Change(
                RowChangeKind.Replace, Places.Case(id), found.Row.Key, found.Body, found.Row.Tag, EffectRow.Texts(now))) == RowOutcome.Written)
            {
                return;
            }

            TriedTooOften(tries, id);
        }
    }

    // What leads from an effect to its case is written after the commit; where a power cut came between, the mark does.
    private async Task<TableRow?> PointerAsync(string effect, CancellationToken cancellationToken)
    {
        if (await table.Find(Places.Outbox, Key(effect), cancellationToken) is { } pointer)
        {
            return pointer;
        }

        await RepairAsync(cancellationToken);
        return await table.Find(Places.Outbox, Key(effect), cancellationToken);
    }

    private async Task<IReadOnlyList<OutboxEffect>> WaitingAsync(CancellationToken cancellationToken)
    {
        var pointers = await table.Read(Places.Outbox, "", Places.Beyond(""), int.MaxValue, cancellationToken);
        var waiting = new List<OutboxEffect>();
        foreach (var ofCase in pointers.GroupBy(p => p.Text("case"), StringComparer.Ordinal))
        {
            var effects = await EffectsOfAsync(new(ofCase.Key), cancellationToken);
            waiting.AddRange(effects);
            foreach (var left in ofCase.Where(p => effects.All(e => Places.Effect(e) != p.Text("key"))))
            {
                await rows.WriteAsync(Places.Outbox, Rows.Delete(left));
            }
        }

        return waiting;
    }
}
