using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Triggers;
using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>What the head does by itself besides its cases' clocks: it tells its operators, and clears away what nobody filed.</summary>
public sealed class UpkeepTests
{
    private const string Operator = "operator@zones.example.cn";

    [Fact]
    public async Task ACase_ThatIsParked_IsToldToTheOperatorsOnce()
    {
        await using var head = await CloudHead.StartAsync();
        await head.RegisterAsync("party-operator", Actor.OperatorRole, null, Operator);
        var store = head.Services.GetRequiredService<ICaseStore>();
        var stuck = Samples.Open(Samples.NewCase()) with { Effects = [] };
        await store.CommitAsync(stuck);
        await store.ParkAsync(stuck.Case, "its rules cannot be read", default);
        var watch = ActivatorUtilities.CreateInstance<WatchTrigger>(head.Services);

        await watch.RunAsync(new TimerInfo(), default);
        await watch.RunAsync(new TimerInfo(), default);

        Assert.Single(head.MailsTo(Operator), mail => mail.Contains("暂停的卷宗", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUpload_ThatNoCaseNames_GoesAfterAWeek_AndAFiledOneIsKeptForGood()
    {
        await using var head = await CloudHead.StartAsync();
        var documents = head.Services.GetRequiredService<BlobDocuments>();
        var store = head.Services.GetRequiredService<ICaseStore>();
        var (orphan, filed) = (await PutAsync(documents, "放弃的上传"), await PutAsync(documents, "外来卷宗"));
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Dossier, "zone-9", $$"""{"content":"{{filed}}"}""", null), default);
        await ActivatorUtilities.CreateInstance<OrphansTrigger>(head.Services).RunAsync(new TimerInfo(), default);
        Assert.True(await documents.ExistsAsync(orphan, default));

        var gone = new List<int>();
        foreach (var days in new[] { 8, 16 })
        {
            gone.Add(await new OrphanSweep(
                store, documents, head.Services.GetRequiredService<DocumentsNamed>(), head.Services.GetRequiredService<DocumentDeletions>(), new WallClock(new SteppedClock(DateTimeOffset.UtcNow.AddDays(days))),
                NullLogger<OrphanSweep>.Instance, head.Services.GetRequiredService<DocumentKept>()).RunAsync(default));
        }

        Assert.Equal([1, 0], gone);
        Assert.False(await documents.ExistsAsync(orphan, default));
        Assert.True(await documents.ExistsAsync(filed, default));
        await foreach (var left in documents.ListAsync(DateTimeOffset.MaxValue, default))
        {
            Assert.Fail($"{left} is still an upload.");
        }
    }

    [Fact]
    public async Task ADay_HasOneRoot_AndTheNextKeyIsSignedByTheOneInUse()
    {
        await using var head = await CloudHead.StartAsync();
        var roots = head.Services.GetRequiredService<DailyRoots>();
        using var next = SigningKey.New();

        await ActivatorUtilities.CreateInstance<RootsTrigger>(head.Services).RunAsync(new TimerInfo(), default);
        await ActivatorUtilities.CreateInstance<RootsTrigger>(head.Services).RunAsync(new TimerInfo(), default);
        var followed = await roots.RotateAsync(next, default);

        var all = await roots.AllAsync(default);
        Assert.Equal(Assert.Single(all.Roots).Key, followed.SignedBy);
        Assert.Equal(2, all.Keys.Length);
    }

    private static async Task<ContentHash> PutAsync(BlobDocuments documents, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await documents.PutAsync(content, 1_000, default)).Hash;
    }
}
