using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Hosting;
using ZoneFlow.Functions.Tests.Mail;
using ZoneFlow.Functions.Tests.Orchestration;
using ZoneFlow.Functions.Tests.Stores;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Cloud;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>
/// The head as its Program wires it, over Azurite, SendGrid's stub and Durable Task's in-process host; Kestrel stands where the
/// Functions host hands requests to the triggers.
/// </summary>
internal sealed partial class CloudHead : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly WebApplication _app;

    private readonly LoggedErrors _errors;

    private CloudHead(Azurite azurite, WebApplication app, LoggedErrors errors, SendGridStub mail, ZoneHost zones) =>
        (_azurite, _app, _errors, Mail, Zones) = (azurite, app, errors, mail, zones);

    public Azurite Azurite => _azurite;

    public SendGridStub Mail { get; }

    public ZoneHost Zones { get; }

    public IServiceProvider Services => _app.Services;

    public static Dictionary<string, string?> Settings(Azurite azurite, SendGridStub mail, string? eventKey = null) => new()
    {
        ["ZoneFlow:BaseAddress"] = "https://zones.example.cn", ["ZoneFlow:Office"] = "省知识产权局", ["ZoneFlow:Packs"] = "liaoning-2025",
        ["ZoneFlow:Storage:ConnectionString"] = azurite.Connection, ["ZoneFlow:Mail:From"] = "office@zones.example.cn",
        ["ZoneFlow:SendGrid:ApiKey"] = "SG.test", ["ZoneFlow:SendGrid:Host"] = mail.Address, ["ZoneFlow:SendGrid:EventKey"] = eventKey,
        ["ZoneFlow:Evidence:Key"] = SigningKey.New().ToPem(),
    };

    public static async Task<CloudHead> StartAsync(string? eventKey = null)
    {
        var (azurite, mail, errors) = (new Azurite(), new SendGridStub(), new LoggedErrors());
        await azurite.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(errors).AddFilter<LoggedErrors>(level => level >= LogLevel.Error);
        builder.Services.AddCloud(CloudSettings.Read(Settings(azurite, mail, eventKey).GetValueOrDefault, ShippedPacks.Names));
        var app = builder.Build();
        var zones = await ZoneHost.StartAsync(
            () => app.Services.GetRequiredService<ZoneActivities>(), app.Services.GetRequiredService<Woken>(), instant => instant);
        app.Run(async http => await (await app.Services.GetRequiredService<CloudPipeline>().ServeAsync(http, zones.Client)).ExecuteAsync(http));
        await app.StartAsync();
        return new CloudHead(azurite, app, errors, mail, zones);
    }

    public HttpClient Client() => new(new FailedPages(_errors))
    {
        BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
    };

    /// <summary>Signs in by the link in a mail that the provider's stub was sent.</summary>
    public async Task<HttpClient> SignInAsync(string email)
    {
        Assert.Equal(202, (int)(await Client().PostAsJsonAsync("/api/sign-in", new { email })).StatusCode);
        return await SignInByLinkAsync(LinkTo(email));
    }

    public string LinkTo(string email) => SignInLink().Match(MailsTo(email).Last(m => SignInLink().IsMatch(m))).Value;

    public async Task<HttpClient> SignInByLinkAsync(string link)
    {
        var client = Client();
        var confirmed = await client.PostAsync($"/api/sign-in/{link[(link.LastIndexOf('/') + 1)..]}", null);
        Assert.Equal(200, (int)confirmed.StatusCode);
        var session = (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("session").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session);
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-zoneflow={session}");
        return client;
    }

    public async Task RegisterAsync(string party, string role, string? region, string email)
    {
        var registrar = Services.GetRequiredService<Registrar>();
        await registrar.RegisterPartyAsync(registrar.NewSignal(), Actor.System, party, party, null, default);
        await registrar.GrantAsync(registrar.NewSignal(), Actor.System, new PartyId(party), new DatedRole(role, region, new DateOnly(2020, 1, 1), null), default);
        await registrar.AddPersonAsync(registrar.NewSignal(), Actor.System, new PartyId(party), new PersonId($"person-{role}"), "经办", email, default);
    }

    /// <summary>The plain parts of the mails to an address.</summary>
    public IReadOnlyList<string> MailsTo(string email) =>
    [
        .. Mail.Received.Select(r => r.Body)
            .Where(b => b.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString() == email)
            .Select(b => b.GetProperty("content")[0].GetProperty("value").GetString()!),
    ];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Zones.DisposeAsync();
        Mail.Dispose();
        await _azurite.DisposeAsync();
    }

    [GeneratedRegex(@"/sign-in/[A-Za-z0-9_-]{43}")]
    private static partial Regex SignInLink();
}
