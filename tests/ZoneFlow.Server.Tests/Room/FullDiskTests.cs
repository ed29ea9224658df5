using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Room;

/// <summary>No room is left on the disk: what there is can be read, what is new is refused in words, and with room work goes on.</summary>
public sealed class FullDiskTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Store_Full_AnswersInWordsAndGoesOnWithRoom()
    {
        var life = await Chapters.AppliedAsync(server, "磁盘已满集聚区");
        var official = await Browser.OfAsync(server, "city-shenyang");
        var store = (SqliteStore)server.Services.GetRequiredService<ICaseStore>();
        var before = await store.LoadAsync(new(life.Zone), default);

        await store.GrowAtMostAsync(0);
        using var refused = await UntilFullAsync(life);
        Assert.Equal(507, (int)refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("store-full", problem.GetProperty("rule").GetString());
        Assert.Equal(200, (await official.GetAsync($"/cases/{life.Zone}")).Status);
        Assert.Equal(200, (await official.GetAsync("/")).Status);

        await store.GrowAtMostAsync(100_000);
        await life.City.ActAsync(life.Zone, "return");
        Assert.True((await store.LoadAsync(new(life.Zone), default))!.Version > before!.Version);
    }

    // A page that is partly empty still takes a little; answers grow until nothing more goes in.
    private static async Task<HttpResponseMessage> UntilFullAsync(DesignatedZone life)
    {
        for (var n = 0; n < 50; n++)
        {
            var answer = await life.Body.Client.PostAsJsonAsync("/api/zones", new { policy = "liaoning-2025", name = $"第{n}集聚区", region = "沈阳市" });
            if (!answer.IsSuccessStatusCode)
            {
                return answer;
            }
        }

        throw new InvalidOperationException("The store never came to be full.");
    }
}
