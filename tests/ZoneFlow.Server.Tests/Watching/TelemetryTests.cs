using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Tests.Watching;

/// <summary>Traces and metrics leave for the collector that is set, and for nobody where none is.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Telemetry_WithACollector_TellsOfSignalsEffectsRequestsAndChecksAndOfNoPerson()
    {
        await using var collector = new CollectorStub();
        await RunAsync(new TelemetrySettings { Endpoint = collector.Address });

        var (traces, metrics) = (collector.Sent("/v1/traces"), collector.Sent("/v1/metrics"));
        Assert.Contains("signal RegisterParty", traces, StringComparison.Ordinal);
        foreach (var name in new[] { "zoneflow.signal.duration", "zoneflow.check.count", "zoneflow.check.state", "parked-cases", "overdue-sweep", "calendar", "http.server.request.duration", "/sign-in/{token}" })
        {
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        }

        Assert.All([traces, metrics], sent => Assert.DoesNotContain("operator@", sent, StringComparison.Ordinal));
        Assert.All([traces, metrics], sent => Assert.DoesNotContain("very-secret-token", sent, StringComparison.Ordinal));
        Assert.All([traces, metrics], sent => Assert.DoesNotContain("某某园区", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Telemetry_WithoutACollector_GoesNowhere()
    {
        await using var collector = new CollectorStub();
        await RunAsync(new TelemetrySettings());

        Assert.Empty(collector.Sent("/v1/traces") + collector.Sent("/v1/metrics"));
    }

    [Fact]
    public async Task Telemetry_WhoseCollectorIsGone_HoldsNobodyUp()
    {
        Uri gone;
        await using (var collector = new CollectorStub())
        {
            gone = collector.Address;
        }

        await RunAsync(new TelemetrySettings { Endpoint = gone });
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(TelemetrySettings settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var app = await ZoneFlowServer.StartAsync(
            new ServeOptions(_folder.Path, address, false, false, ["liaoning-2025"]), TextWriter.Null, null, CancellationToken.None, also: s => s.AddSingleton(settings));
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        await client.GetAsync("/sign-in/very-secret-token");
        await client.PostAsJsonAsync("/api/sign-in", new { email = "operator@localhost.localdomain" });
        await app.Services.GetRequiredService<Registrar>().RegisterPartyAsync(
            new SignalId("party-telemetry/registered"), Actor.System, "party-telemetry", "某某园区管委会", null, CancellationToken.None);
        await app.StopAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
