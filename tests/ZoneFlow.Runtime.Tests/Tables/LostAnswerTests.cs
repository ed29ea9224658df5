using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Tables;

/// <summary>A service whose every answer to a write is lost once: its client writes again, and hears what the second time comes to.</summary>
public sealed class LostAnswerTests
{
    private static readonly KeyedRecord Record = new(RecordKinds.Claim, "name|甲", "1", Samples.Noon.AddHours(1));
    private readonly TablesStore _store;

    public LostAnswerTests()
    {
        var table = new MemoryTable().Table;
        _store = new TablesStore(
            table with
            {
                Write = async (partition, changes) =>
                {
                    await table.Write(partition, changes);
                    return await table.Write(partition, changes);
                },
            },
            new SteppedClock(Samples.Noon));
    }

    [Fact]
    public async Task ACommit_IsThereOnce_AndWhatItOwesIsFound()
    {
        var first = Samples.Open(Samples.NewCase());
        var second = Samples.After(first) with { DueAt = Samples.Noon, Effects = [Samples.Effect(first.Case, 1, "lane")] };

        Assert.Equal([CommitOutcome.Repeated, CommitOutcome.Repeated], [await _store.CommitAsync(first), await _store.CommitAsync(second)]);

        Assert.Equal(2, (await _store.JournalAsync(first.Case, 0, 10, default)).Count);
        Assert.Single(await _store.PendingEffectsAsync(Samples.Noon, 10, default));
        Assert.Single(await _store.DueByAsync(Samples.Noon, 10, default));
        await _store.EffectDoneAsync($"{first.Case}/1", default);
        Assert.Empty(await _store.OutboxAsync(10, default));
    }

    [Fact]
    public async Task ARecord_IsInsertedAndReplacedByWhoeverWroteIt_AndByNobodyElse()
    {
        Assert.True(await _store.InsertRecordAsync(Record, default));
        Assert.False(await _store.InsertRecordAsync(Record, default));

        Assert.True(await _store.ReplaceRecordAsync(Record, Record with { Json = "2" }, default));
        Assert.False(await _store.ReplaceRecordAsync(Record, Record with { Json = "3" }, default));
        Assert.Equal("2", (await _store.RecordAsync(Record.Kind, Record.Key, default))!.Json);
    }
}
