using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>Two bodies that apply together under the Jilin policy: each signs in by its own mail, and both sign.</summary>
public sealed class JointApplicationTests(DemoServer server) : IClassFixture<DemoServer>
{
    private static readonly SamplePerson County = new("jl-county", "长春示范区科技局", "county", null, "县级经办甲", "county@jl.example", false);
    private static readonly SamplePerson Unit = new("jl-unit", "长春示范服务机构", "key-unit", null, "重点单位甲", "unit@jl.example", false);
    private static readonly SamplePerson Stranger = new("jl-stranger", "四平示范服务机构", "key-unit", null, "重点单位乙", "unit2@jl.example", false);

    [Fact]
    public async Task BothSign_AndOnlyThenIsItTheCitys()
    {
        var (county, unit, stranger) = (await PersonAsync(County), await PersonAsync(Unit), await PersonAsync(Stranger));
        var alone = await county.SendAsync(
            HttpMethod.Post, "/api/zones", new { policy = "jilin-2018", name = "长春示范集聚区", region = "长春市" }, 422);
        Assert.Equal("inputs-wrong", alone.GetProperty("rule").GetString());
        await county.SendAsync(HttpMethod.Post, "/api/zones", Opening("party-province"), 422);

        var zone = (await county.SendAsync(HttpMethod.Post, "/api/zones", Opening(DemoSeed.Party(Unit).Value), 201)).GetProperty("id").GetString()!;
        await county.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Answers() });
        await county.ActAsync(zone, "sign");
        Assert.Equal("drafting", (await server.StateAsync(zone)).Standing);
        Assert.Equal(403, (int)(await stranger.Client.GetAsync($"/api/cases/{zone}")).StatusCode);

        var tasks = await unit.GetAsync("/api/worklist");
        Assert.Contains(tasks.EnumerateArray(), t => t.GetProperty("case").GetString() == zone);
        Assert.DoesNotContain((await county.GetAsync("/api/worklist")).EnumerateArray(), t => t.GetProperty("case").GetString() == zone);
        Assert.NotEmpty(server.MailsTo(Unit.Email));

        await unit.ActAsync(zone, "sign", attached: false);
        Assert.Equal("applying", (await server.StateAsync(zone)).Standing);
    }

    [Fact]
    public async Task TheWorklist_AsksWhoAppliesJointly()
    {
        await PersonAsync(Unit);
        await PersonAsync(County);
        var token = await server.Services.GetRequiredService<SignIns>().BeginAsync(DemoSeed.Person(County), DemoSeed.Party(County), CancellationToken.None);
        var page = await new Browser(server, token.Value).GetAsync("/worklist");

        var choice = page.Html.QuerySelector("[data-testid=with-key-unit] input[type=checkbox][name='with.key-unit']");
        Assert.Equal(DemoSeed.Party(Unit).Value, choice?.GetAttribute("value"));

        var hidden = Browser.Hidden(page, "form[data-testid^=start]");
        var opened = await new Browser(server, token.Value).PostAsync(
            "/worklist/zones",
            [.. hidden, ("title", "长春第二示范集聚区"), ("region", "长春市"), ("with.key-unit", DemoSeed.Party(Unit).Value)]);
        Assert.Equal(302, opened.Status);
        var state = await server.StateAsync(opened.Answer.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal([County, Unit], state.Applicants.Select(a => a.Party == DemoSeed.Party(County) ? County : Unit));
    }

    private static object Opening(string with) => new
    {
        policy = "jilin-2018", name = "长春示范集聚区", region = "长春市", with = new Dictionary<string, string[]> { ["key-unit"] = [with] },
    };

    private static Dictionary<string, object> Answers() => ShippedPacks.Load("jilin-2018").Pack!.Form.Where(f => f.Required && !f.Kept)
        .ToDictionary(f => f.Name, f => f.Type is FieldType.Whole ? (object)3 : "有");

    private async Task<ApiPerson> PersonAsync(SamplePerson sample)
    {
        var registrar = server.Services.GetRequiredService<Registrar>();
        var (party, person) = (DemoSeed.Party(sample), DemoSeed.Person(sample));
        await registrar.RegisterPartyAsync(new SignalId($"{party}/registered"), Actor.System, party.Value, sample.Party, null, CancellationToken.None);
        await registrar.GrantAsync(
            new SignalId($"{party}/granted"), Actor.System, party, new DatedRole(sample.Role, sample.Region, CivilDate.Of(server.Now), null), CancellationToken.None);
        await registrar.AddPersonAsync(new SignalId($"{party}/person"), Actor.System, party, person, sample.Name, sample.Email, CancellationToken.None);
        return await ApiPerson.SignInAsync(server, sample);
    }
}
