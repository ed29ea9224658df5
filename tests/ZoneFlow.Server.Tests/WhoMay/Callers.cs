using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>One of each kind of caller, towards zones of 沈阳 whose applicant is zone-body.</summary>
public sealed class Callers : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _tokens = [];

    public DemoServer Server { get; } = new();

    /// <summary>A zone whose experts are seated and which the public does not see yet, and one that has its title.</summary>
    public string Evaluated { get; private set; } = "";

    public string Designated { get; private set; } = "";

    public IEnumerable<string> Names => _tokens.Keys;

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        var designated = await Chapters.DesignatedAsync(Server, "沈阳已设立集聚区");
        var evaluated = await Chapters.AppliedAsync(Server, "沈阳评估中集聚区");
        await evaluated.City.ActAsync(evaluated.Zone, "recommend");
        await Chapters.SeatedAsync(evaluated.Zone, evaluated.Province);
        (Designated, Evaluated) = (designated.Zone, evaluated.Zone);
        foreach (var name in (string[])["zone-body", "zone-body-2", "city-shenyang", "city-dalian", "province", "expert-1", "operator"])
        {
            _tokens[name] = await Server.TokenAsync(name);
        }

        _tokens["expert-4"] = await UnseatedExpertAsync();
        _tokens["nobody"] = null;
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    public HttpClient Client(string name)
    {
        var client = Server.Client();
        if (_tokens[name] is { } token)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            client.DefaultRequestHeaders.Add("Cookie", $"zoneflow={token}");
        }

        return client;
    }

    private async Task<string> UnseatedExpertAsync()
    {
        var registrar = Server.Services.GetRequiredService<Registrar>();
        var (party, person) = (new PartyId("party-expert-4"), new PersonId("person-expert-4"));
        await registrar.RegisterPartyAsync(registrar.NewSignal(), Actor.System, party.Value, "评估专家四", null, default);
        await registrar.GrantAsync(registrar.NewSignal(), Actor.System, party, new DatedRole("expert", null, CivilDate.Of(Server.Now), null), default);
        await registrar.AddPersonAsync(registrar.NewSignal(), Actor.System, party, person, "专家丁", "expert4@panel.example", default);
        return (await Server.Services.GetRequiredService<SignIns>().BeginAsync(person, party, default)).Value;
    }
}
