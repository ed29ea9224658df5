using ZoneFlow.Core.Calendars;
using ZoneFlow.Server.Demo;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>A zone that has been designated, and the people around it.</summary>
internal sealed record DesignatedZone(string Zone, ApiPerson Body, ApiPerson City, ApiPerson Province, string Round = "");

/// <summary>The parts of a life that several tests begin with.</summary>
internal static class Chapters
{
    public static object Answers(int physical = 9, int functional = 4, int area = 800) => TestKit.Papers.LiaoningAnswers(physical, functional, area);

    public static async Task<DesignatedZone> AppliedAsync(
        DemoServer server, string name, string applicant = "zone-body", string cityOffice = "city-shenyang", string region = "沈阳市")
    {
        var (body, city, province) = (await server.SignInAsync(applicant), await server.SignInAsync(cityOffice), await server.SignInAsync("province"));
        var zone = (await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region }, 201)).GetProperty("id").GetString()!;
        await body.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Answers() });
        await body.ActAsync(zone, "submit");
        return new DesignatedZone(zone, body, city, province);
    }

    public static async Task<DesignatedZone> DesignatedAsync(
        DemoServer server, string name, string applicant = "zone-body", string cityOffice = "city-shenyang", string region = "沈阳市")
    {
        var life = await NoticedAsync(server, name, applicant, cityOffice, region);
        var (zone, province) = (life.Zone, life.Province);
        await server.MoveToAsync(CivilDate.At(CivilDate.Of(server.Now).AddDays(14), new TimeOnly(10, 0)));
        await province.ActAsync(zone, "approve", new { dated = CivilDate.Of(server.Now).ToString("yyyy-MM-dd", null) });
        return life;
    }

    /// <summary>A zone on the list of a sitting, whose notice has just gone up.</summary>
    public static async Task<DesignatedZone> NoticedAsync(
        DemoServer server, string name, string applicant = "zone-body", string cityOffice = "city-shenyang", string region = "沈阳市")
    {
        var life = await AppliedAsync(server, name, applicant, cityOffice, region);
        var (zone, province) = (life.Zone, life.Province);
        await life.City.ActAsync(zone, "recommend");
        await EvaluatedAsync(server, zone, province);
        var round = (await province.SendAsync(HttpMethod.Post, "/api/rounds", new { policy = "liaoning-2025", title = $"{name}审议批次" }, 201))
            .GetProperty("id").GetString()!;
        await province.ActAsync(zone, "table", new { round });
        await province.ActAsync(round, "convene");
        await province.ActAsync(round, "decide", new { list = new[] { zone } });
        return life with { Round = round };
    }

    /// <summary>Seats the sample experts on the zone's panel; answers the visit of its stage.</summary>
    public static async Task<int> SeatedAsync(string zone, ApiPerson province)
    {
        var experts = Samples.People.Where(p => p.Role == "expert").ToList();
        var visit = await VisitAsync(province, zone);
        await province.SendAsync(
            HttpMethod.Post, $"/api/cases/{zone}/panels/designation/1", new { visit, experts = experts.Select(e => DemoSeed.Party(e).Value).ToArray() });
        return visit;
    }

    private static async Task EvaluatedAsync(DemoServer server, string zone, ApiPerson province)
    {
        var visit = await SeatedAsync(zone, province);
        foreach (var sample in Samples.People.Where(p => p.Role == "expert"))
        {
            var expert = await server.SignInAsync(sample.Key);
            await expert.SendAsync(
                HttpMethod.Post, $"/api/cases/{zone}/scores/designation/1", new { visit, scores = new { overall = 86 }, opinion = "基础较好" });
        }

        await province.ActAsync(zone, "conclude");
    }

    private static async Task<int> VisitAsync(ApiPerson person, string id) =>
        (await person.GetAsync($"/api/cases/{id}")).GetProperty("procedures").EnumerateArray().First().GetProperty("visit").GetInt32();
}
