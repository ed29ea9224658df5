using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Room;

/// <summary>Uploads that no case came to name go after a week; what a journal names stays for ever.</summary>
public sealed class OrphanSweepTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Upload_ThatBelongsToNoCase_GoesAfterAWeek()
    {
        await Chapters.AppliedAsync(server, "有卷宗的集聚区");
        var documents = server.Services.GetRequiredService<IDocumentStore>();
        var sweep = server.Services.GetRequiredService<OrphanSweep>();
        await sweep.RunAsync(default);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("放弃的上传"));
        var orphan = (await documents.PutAsync(content, 1_000, default)).Hash;
        var kept = StoreContents.Documents(server.Services.GetRequiredService<DataFolder>().Store);
        Assert.NotEmpty(kept);

        server.Wall.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await sweep.RunAsync(default));
        Assert.True(await documents.ExistsAsync(orphan, default));

        server.Wall.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await sweep.RunAsync(default));
        Assert.False(await documents.ExistsAsync(orphan, default));
        foreach (var hash in kept)
        {
            Assert.True(await documents.ExistsAsync(hash, default));
        }
    }
}
