using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Tests.Fuzzing;

/// <summary>A whole server without a socket before it: real pages over a real SQLite file, as fast as they can be asked.</summary>
public sealed class FuzzedOffice : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public string DataFolder => _folder.Path;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Who asks, with a session where they have one.</summary>
    public IReadOnlyList<string?> Sessions { get; private set; } = [];

    /// <summary>A zone of the demonstration's applicant, still a draft.</summary>
    public string Zone { get; private set; } = "";

    public HttpClient Client() => ((TestServer)Services.GetRequiredService<IServer>()).CreateClient();

    public async Task InitializeAsync()
    {
        _app = await ZoneFlowServer.StartAsync(
            new ServeOptions(_folder.Path, "http://127.0.0.1:1", true, false), TextWriter.Null, null, CancellationToken.None, new SetClock(),
            services => services.AddSingleton<IServer, TestServer>());
        var signIns = Services.GetRequiredService<SignIns>();
        var sessions = new List<string?> { null };
        foreach (var key in (string[])["zone-body", "zone-body-2", "province", "operator"])
        {
            var person = Samples.People.First(p => p.Key == key || p.Role == key);
            sessions.Add((await signIns.BeginAsync(DemoSeed.Person(person), DemoSeed.Party(person), default)).Value);
        }

        Sessions = sessions;
        using var client = Client();
        using var open = new HttpRequestMessage(HttpMethod.Post, "/api/zones")
        {
            Content = BadInput.UntouchedZone.Json(new { policy = "liaoning-2025", name = "沈阳受扰集聚区", region = "沈阳市" }),
            Headers = { { "Authorization", $"Bearer {sessions[1]}" } },
        };
        using var answer = await client.SendAsync(open);
        Zone = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await Services.GetRequiredService<Engine>().SettleAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
    }
}
