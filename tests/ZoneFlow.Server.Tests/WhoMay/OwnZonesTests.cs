using System.Net.Http.Json;
using System.Text.Json;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>What lists show of zones that are not the caller's.</summary>
public sealed class OwnZonesTests(Callers callers) : IClassFixture<Callers>
{
    [Theory]
    [InlineData("city-dalian")]
    [InlineData("zone-body-2")]
    [InlineData("expert-4")]
    [InlineData("operator")]
    public async Task Lists_OfSomebodyElse_NameNoZoneThatIsNotPublic(string name)
    {
        using var client = callers.Client(name);
        foreach (var path in (string[])["/worklist", "/", "/zones", "/notices", "/announcements", "/?q=沈阳"])
        {
            var text = await client.GetStringAsync(path);
            Assert.DoesNotContain(callers.Evaluated, text, StringComparison.Ordinal);
            Assert.DoesNotContain("沈阳评估中集聚区", text, StringComparison.Ordinal);
        }

        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/worklist")).EnumerateArray());
        Assert.DoesNotContain((await client.GetFromJsonAsync<JsonElement>("/api/zones")).EnumerateArray(), z => z.GetProperty("id").GetString() == callers.Evaluated);
        foreach (var page in (string[])["", "/form", "/act/return?procedure=designation/1", "/deadlines/designation/1"])
        {
            Assert.Equal(403, (int)(await client.GetAsync($"/cases/{callers.Evaluated}{page}")).StatusCode);
        }
    }

    [Fact]
    public async Task Worklist_OfTheZonesOwnCity_FollowsIt()
    {
        using var client = callers.Client("city-shenyang");
        Assert.Contains("沈阳评估中集聚区", await client.GetStringAsync("/worklist"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zone-body")]
    [InlineData("city-shenyang")]
    [InlineData("expert-1")]
    public async Task Scores_OnTheCasePage_AreTheOfficesAlone(string name)
    {
        using var client = callers.Client(name);
        Assert.DoesNotContain("基础较好", await client.GetStringAsync($"/cases/{callers.Evaluated}"), StringComparison.Ordinal);
    }
}
