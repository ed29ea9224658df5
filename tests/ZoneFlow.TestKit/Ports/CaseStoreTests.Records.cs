using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    private static readonly KeyedRecord Claim = new(RecordKinds.Claim, "name/高新区", """{"case":"1"}""", Samples.Noon);

    [Fact]
    public async Task InsertingARecord_WhereTheKeyIsTaken_WritesNothing()
    {
        Assert.True(await Store.InsertRecordAsync(Claim, None));
        Assert.False(await Store.InsertRecordAsync(Claim with { Json = "{}" }, None));
        Assert.True(await Store.InsertRecordAsync(Claim with { Kind = RecordKinds.Nonce }, None));

        Assert.Equal(Claim, await Store.RecordAsync(Claim.Kind, Claim.Key, None));
    }

    [Fact]
    public async Task InsertingARecord_ManyAtOnce_LetsOneIn()
    {
        var inserted = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Store.InsertRecordAsync(Claim with { Json = $"{i}" }, None)));

        var winner = Assert.Single(Enumerable.Range(0, 50), i => inserted[i]);
        Assert.Equal($"{winner}", (await Store.RecordAsync(Claim.Kind, Claim.Key, None))!.Json);
    }

    [Fact]
    public async Task PuttingARecord_Again_ReplacesIt()
    {
        await Store.PutRecordAsync(Claim, None);
        await Store.PutRecordAsync(Claim with { Json = "{}", Expires = null }, None);

        Assert.Equal(Claim with { Json = "{}", Expires = null }, await Store.RecordAsync(Claim.Kind, Claim.Key, None));
    }

    [Fact]
    public async Task ReplacingARecord_ThatHasChanged_IsRefused()
    {
        await Store.PutRecordAsync(Claim, None);

        Assert.True(await Store.ReplaceRecordAsync(Claim, Claim with { Json = "2" }, None));
        Assert.False(await Store.ReplaceRecordAsync(Claim, Claim with { Json = "3" }, None));
        Assert.False(await Store.ReplaceRecordAsync(Claim with { Json = "2", Expires = null }, Claim, None));
        Assert.False(await Store.ReplaceRecordAsync(Claim with { Key = "not there" }, Claim with { Key = "not there" }, None));

        Assert.Equal("2", (await Store.RecordAsync(Claim.Kind, Claim.Key, None))!.Json);
    }

    [Fact]
    public async Task ReplacingARecord_WithoutAnExpiry_Works()
    {
        var lasting = Claim with { Expires = null };
        await Store.PutRecordAsync(lasting, None);

        Assert.True(await Store.ReplaceRecordAsync(lasting, lasting with { Expires = Noon }, None));
    }

    [Fact]
    public async Task DeletingARecord_Twice_IsHarmless()
    {
        await Store.PutRecordAsync(Claim, None);

        await Store.DeleteRecordAsync(Claim.Kind, Claim.Key, None);
        await Store.DeleteRecordAsync(Claim.Kind, Claim.Key, None);

        Assert.Null(await Store.RecordAsync(Claim.Kind, Claim.Key, None));
    }

    [Fact]
    public async Task ReadingRecords_ByPrefix_GivesThoseInKeyOrder()
    {
        foreach (var key in (string[])["b/𠮷", "b/1", "b/Ａ", "b", "a/1", "c/1", "b/%"])
        {
            await Store.PutRecordAsync(new("ban", key, "{}", null), None);
        }

        await Store.PutRecordAsync(new("claim", "b/1", "{}", null), None);

        Assert.Equal(["b/%", "b/1", "b/Ａ", "b/𠮷"], (await Store.RecordsAsync("ban", "b/", 10, None)).Select(record => record.Key));
        Assert.Equal(["b/%", "b/1"], (await Store.RecordsAsync("ban", "b/", 2, None)).Select(record => record.Key));
        Assert.Equal(7, (await Store.RecordsAsync("ban", "", 10, None)).Count);
    }

    [Fact]
    public async Task Sweeping_TakesWhatHasExpiredAndNothingElse()
    {
        await Store.PutRecordAsync(Claim, None);
        await Store.PutRecordAsync(Claim with { Key = "later", Expires = Noon.AddMilliseconds(1) }, None);
        await Store.PutRecordAsync(Claim with { Key = "never", Expires = null }, None);

        await Store.SweepAsync(Noon, None);

        Assert.Equal(["later", "never"], (await Store.RecordsAsync(Claim.Kind, "", 10, None)).Select(record => record.Key));
    }

    [Fact]
    public async Task Sweeping_ManyRecords_TakesThemAll()
    {
        await Task.WhenAll(Enumerable.Range(0, RunSize.Of(603, 1203)).Select(i => Store.PutRecordAsync(Claim with { Key = $"{i}" }, None)));

        await Store.SweepAsync(Noon, None);

        Assert.Empty(await Store.RecordsAsync(Claim.Kind, "", 2000, None));
    }
}
