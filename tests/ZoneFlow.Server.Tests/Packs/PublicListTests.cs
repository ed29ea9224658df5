using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Packs;

/// <summary>What anybody may see of a zone is its policy's list, on every public face alike.</summary>
public sealed class PublicListTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string List = "public: {facts: [number, region, issuer], dates: [designated, term-end, assessed], flags: [rectifying, plaque], default: 文本未定公开内容，只公开集聚区本身的情况，不公开个人信息和异议}";

    [Fact]
    public async Task List_MadeShorter_HoldsAtOnceOnEveryPublicFace()
    {
        var zone = (await Chapters.DesignatedAsync(server, "沈阳公开内容集聚区")).Zone;
        await server.SettleAsync();
        var number = (await server.StateAsync(zone)).Number;
        var reader = await Browser.OfAsync(server);
        string[] faces = ["/", "/zones", $"/zones/{zone}", "/announcements", "/feed.atom", "/api/zones", "/zones.csv", $"/?q={number}"];
        foreach (var face in faces)
        {
            Assert.Contains(number, await reader.Client.GetStringAsync(face), StringComparison.Ordinal);
        }

        var page = await reader.Client.GetStringAsync($"/zones/{zone}");
        Assert.Contains("建设期满日", page, StringComparison.Ordinal);
        Assert.Contains("沈阳市", page, StringComparison.Ordinal);

        await PublishAsync("public: {facts: [], dates: [designated], default: 只公开名称、状态和设立之日}");

        foreach (var face in faces[..^1])
        {
            Assert.DoesNotContain(number, await reader.Client.GetStringAsync(face), StringComparison.Ordinal);
        }

        // What is not shown is not found by either: the search comes back empty.
        Assert.DoesNotContain("沈阳公开内容集聚区", (await reader.GetAsync($"/?q={number}")).Html.QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        page = await reader.Client.GetStringAsync($"/zones/{zone}");
        Assert.Contains("沈阳公开内容集聚区", page, StringComparison.Ordinal);
        Assert.Contains("发文同意设立之日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("建设期满日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("沈阳市", page, StringComparison.Ordinal);
        Assert.Contains(number, (await (await Browser.OfAsync(server, "province")).GetAsync($"/cases/{zone}")).Text, StringComparison.Ordinal);
    }

    private async Task PublishAsync(string list)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(StringComparer.Ordinal);
        var policy = Encoding.UTF8.GetString(files["policy.yaml"]);
        Assert.Contains(List, policy, StringComparison.Ordinal);
        files["policy.yaml"] = Encoding.UTF8.GetBytes(policy.Replace(List, list, StringComparison.Ordinal));
        var reading = PackFolder.ReadFiles(files);
        Assert.True(await server.Services.GetRequiredService<PackShelf>().PublishAsync(files, reading.Pack!, Actor.System, default));
    }
}
