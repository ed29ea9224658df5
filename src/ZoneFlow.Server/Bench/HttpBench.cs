using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// The whole server over loopback: the pages an official opens most, with many zones in the store, and a large upload.
/// The one who asks is in the same process and takes its part of the processor.
/// </summary>
internal static class HttpBench
{
    private const int PerSecond = 200;
    private const int MostTasks = 500;

    // Ten working days from the demonstration's first morning.
    private const int DaysOfAnInquiry = 14;
    private const long Upload = 20_000_000;

    public static Task<ImmutableArray<FigureSet>> RunAsync(int zones, int seconds, string? kept = null) =>
        WithZonesAsync(zones, kept, (app, address, _) => RunAsync(app, address, zones, seconds));

    /// <summary>Something over the whole server with its zones.</summary>
    /// <param name="kept">A folder whose zones are used again where it has some, and stay; null for one that goes.</param>
    /// <param name="measure">Is told the day on which the most falls due.</param>
    public static async Task<ImmutableArray<FigureSet>> WithZonesAsync(
        int zones, string? kept, Func<WebApplication, string, DateOnly, Task<ImmutableArray<FigureSet>>> measure)
    {
        using var folder = new BenchFolder(kept);
        var address = FreeAddress();
        await using var app = await ZoneFlowServer.StartAsync(
            new ServeOptions(folder.Path, address, true, false), TextWriter.Null, null, CancellationToken.None);
        var clock = app.Services.GetRequiredService<MovableClock>();
        var pack = (await app.Services.GetRequiredService<Office>().PackAsync(BenchOffice.Policy, CancellationToken.None))!;
        var designated = CivilDate.Of(clock.GetUtcNow()).AddDays(-5);
        if (await app.Services.GetRequiredService<Runtime.Ports.ICaseStore>().LoadAsync(BenchOffice.Zone(0), CancellationToken.None) is null)
        {
            var office = new HttpOffice(app.Services.GetRequiredService<Runtime.Shell.Cases>(), pack, clock);
            await office.FillAsync(zones, Math.Min(zones, MostTasks), designated);
            await app.Services.GetRequiredService<Engine>().SettleAsync(CancellationToken.None);
        }

        return await measure(app, address, designated.AddDays(5 + DaysOfAnInquiry));
    }

    private static async Task<ImmutableArray<FigureSet>> RunAsync(WebApplication app, string address, int zones, int seconds)
    {
        using var province = await ClientAsync(app, address, "province");
        var action = $"/cases/{BenchOffice.Zone(0)}/act/unfounded?procedure=revocation/1";
        var sets = ImmutableArray.CreateBuilder<FigureSet>();
        foreach (var (name, path) in new[] { ("actionPage", action), ("worklist", "/worklist") })
        {
            var bytes = await RequestStream.GetAsync(province, path, new Latencies());
            await RequestStream.SendAsync(province, path, PerSecond, TimeSpan.FromSeconds(Math.Min(seconds, 5)));
            var latencies = await RequestStream.SendAsync(province, path, PerSecond, TimeSpan.FromSeconds(seconds));
            var bare = await BareAsync(bytes, TimeSpan.FromSeconds(Math.Min(seconds, 5)));
            sets.Add(new FigureSet("http", [
                new("page", name), new("zones", zones), new("requestsPerSecond", PerSecond), new("pageBytes", bytes),
                new("medianMilliseconds", latencies.Within(0.5)), new("p95Milliseconds", latencies.Within(0.95)), new("p99Milliseconds", latencies.Within(0.99)),
                new("bareP95Milliseconds", bare.Within(0.95), "Kestrel answering as many bytes at the same rate"),
                new("ratio", latencies.Within(0.95) / bare.Within(0.95), "95th percentiles")]));
        }

        sets.Add(await UploadAsync(app, address));
        return sets.ToImmutable();
    }

    private static async Task<FigureSet> UploadAsync(WebApplication app, string address)
    {
        using var body = await ClientAsync(app, address, "zone-body");
        await UploadAsync(body, 1, 1_000_000);
        var small = await UploadAsync(body, 2, Upload / 10);
        var large = await UploadAsync(body, 3, Upload);
        return new FigureSet("upload", [
            new("bytes", Upload), new("seconds", large.Seconds), new("bareSeconds", BareWrite(), "the same bytes to a file, and fsync"),
            new("allocatedMegabytes", large.Allocated / 1e6, "by the asker and the server, all in all"),
            new("allocatedMegabytesForATenth", small.Allocated / 1e6), new("peakGrowthMegabytes", large.Grown / 1e6, "of the managed heap while it ran")]);
    }

    private static async Task<(double Seconds, long Allocated, long Grown)> UploadAsync(HttpClient client, int zone, long length)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"procedure":null,"visit":0,"inputs":{"summary":"调整"}}"""), "request" },
            { new PaperContent(length), "file.change-opinion", "change-opinion.pdf" },
            { new PaperContent(1_000), "file.revised-plan", "revised-plan.pdf" },
        };
        GC.Collect();
        var (allocated, held, from) = (GC.GetTotalAllocatedBytes(true), GC.GetTotalMemory(true), Stopwatch.GetTimestamp());
        var peak = held;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                await Task.Delay(1);
            }
        });
        using var answer = await client.PostAsync($"/api/cases/{BenchOffice.Zone(zone)}/actions/request-change", form);
        var seconds = Latencies.SecondsSince(from);
        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        await stop.CancelAsync();
        await watch;
        return answer.IsSuccessStatusCode
            ? (seconds, allocated, peak - held)
            : throw new InvalidOperationException($"The upload was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static double BareWrite()
    {
        using var folder = new BenchFolder();
        var from = Stopwatch.GetTimestamp();
        using var file = new FileStream(folder.Store, FileMode.CreateNew);
        var piece = new byte[64 << 10];
        for (var written = 0L; written < Upload; written += piece.Length)
        {
            file.Write(piece);
        }

        file.Flush(flushToDisk: true);
        return Latencies.SecondsSince(from);
    }

    private static async Task<Latencies> BareAsync(int bytes, TimeSpan during)
    {
        var address = FreeAddress();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        await using var app = builder.Build();
        var body = new byte[bytes];
        app.Run(http => http.Response.Body.WriteAsync(body).AsTask());
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await RequestStream.SendAsync(client, "/", PerSecond, TimeSpan.FromSeconds(1));
        return await RequestStream.SendAsync(client, "/", PerSecond, during);
    }

    /// <summary>A client with the session of a sample person.</summary>
    public static async Task<HttpClient> ClientAsync(WebApplication app, string address, string sample)
    {
        var person = Samples.People.First(p => p.Key == sample);
        var session = await app.Services.GetRequiredService<SignIns>().BeginAsync(DemoSeed.Person(person), DemoSeed.Party(person), CancellationToken.None);
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Cookie", $"zoneflow={session.Value}");
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {session.Value}");
        return client;
    }

    internal static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
