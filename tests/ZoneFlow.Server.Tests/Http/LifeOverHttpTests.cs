
namespace ZoneFlow.Server.Tests.Http;

/// <summary>Whole lives over real HTTP, with real mail files, the clock moved over every deadline.</summary>
public sealed class LifeOverHttpTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Zone_FromDraftingToOperation_LivesItsWholeLife()
    {
        var life = await Chapters.DesignatedAsync(server, "沈阳示范集聚区");
        var (zone, body, city, province) = (life.Zone, life.Body, life.City, life.Province);

        await body.ActAsync(zone, "file", procedure: "formal-plan/once");
        await city.ActAsync(zone, "forward", procedure: "formal-plan/once");
        await server.MoveToAsync("2026-02-10");
        await body.ActAsync(zone, "file", procedure: "annual-report/2026");
        await city.ActAsync(zone, "forward", procedure: "annual-report/2026");
        await server.MoveToAsync("2027-02-10");
        await body.ActAsync(zone, "file", procedure: "annual-report/2027");
        await city.ActAsync(zone, "forward", procedure: "annual-report/2027");

        var end = DateOnly.Parse((await province.GetAsync($"/api/cases/{zone}")).GetProperty("dates").GetProperty("term-end").GetString()!, null);
        await server.MoveToAsync(end.AddDays(-20).ToString("yyyy-MM-dd"));
        await body.ActAsync(zone, "file", procedure: "final-assessment/once");
        await server.MoveToAsync(end.AddDays(5).ToString("yyyy-MM-dd"));
        var state = await province.ActAsync(zone, "pass", new { dated = end.AddDays(3).ToString("yyyy-MM-dd") });

        Assert.Equal("operating", state.GetProperty("standing").GetString());
        Assert.Contains("plaque", state.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.NotEmpty(server.MailsTo(body.Sample.Email));
    }

    [Fact]
    public async Task Zone_FoundToHaveCheated_IsHeardAndRevoked()
    {
        var life = await Chapters.DesignatedAsync(server, "大连示范集聚区", "zone-body-2", "city-dalian", "大连市");
        var (zone, province) = (life.Zone, life.Province);

        await province.ActAsync(zone, "open-revocation", new { ground = new[] { "（一）申报集聚区提供虚假材料或采取其他手段骗取集聚区称号" } });
        await province.ActAsync(zone, "founded");
        await province.ActAsync(zone, "serve", new { served = Today() });
        await life.Body.ActAsync(zone, "state-case");
        var state = await province.ActAsync(zone, "uphold", new { dated = Today() });

        Assert.Equal("revoked", state.GetProperty("standing").GetString());
        Assert.Empty(state.GetProperty("procedures").EnumerateArray());
        var journal = await province.GetAsync($"/api/cases/{zone}/journal");
        Assert.Equal(state.GetProperty("version").GetInt64(), journal.GetArrayLength());
    }

    [Fact]
    public async Task Application_OpenedTwiceUnderOneKey_IsOneApplication()
    {
        var body = await ApiPerson.SignInAsync(server, Demo.Samples.People[0]);
        body.Client.DefaultRequestHeaders.Add("Idempotency-Key", "one-and-the-same");
        var request = new { policy = "liaoning-2025", name = "重复提交的集聚区", region = "沈阳市" };

        var first = await body.SendAsync(HttpMethod.Post, "/api/zones", request, 201);
        var second = await body.SendAsync(HttpMethod.Post, "/api/zones", request, 201);
        var other = await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "另一个", region = "沈阳市" }, 422);

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal("id-reused", other.GetProperty("rule").GetString());
    }

    private string Today() => Core.Calendars.CivilDate.Of(server.Now).ToString("yyyy-MM-dd", null);
}
