using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>The built program as a process of its own over a store of zones that all wait: its start, its memory, its rest, and one action.</summary>
internal static class IdleBench
{
    public static async Task<FigureSet> RunAsync(int zones, int actions, int seconds)
    {
        using var folder = new BenchFolder();
        var from = Stopwatch.GetTimestamp();
        var session = await FillAsync(folder, zones);
        var filled = Latencies.SecondsSince(from);
        var opened = Opened(folder);
        var address = HttpBench.FreeAddress();
        from = Stopwatch.GetTimestamp();
        using var server = Start(folder, address);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            await FirstPageAsync(client, server);
            var ready = Latencies.SecondsSince(from);
            var bareStart = BareStart();
            await Task.Delay(TimeSpan.FromSeconds(3));
            var (resident, processor) = (Resident(server), server.TotalProcessorTime);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            server.Refresh();
            var atRest = (server.TotalProcessorTime - processor) / TimeSpan.FromSeconds(seconds) * 100;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Value);
            var latencies = await ActAsync(client, Math.Min(zones, 100), actions);
            return new FigureSet("idle", [
                new("zones", zones), new("storeMegabytes", new FileInfo(folder.Store).Length / 1e6), new("filledPerSecond", zones / filled),
                new("readySeconds", ready, "from the start of the process to its first page"), new("bareReadySeconds", bareStart, "the same program, its help page only"),
                new("bareOpenMilliseconds", opened, "SQLite opening the store and reading the next due time"),
                new("residentMegabytes", resident), new("processorPercentAtRest", atRest), new("actions", actions),
                new("actionMedianMilliseconds", latencies.Within(0.5), "over HTTP, by the JSON interface"), new("actionP99Milliseconds", latencies.Within(0.99)),
                new("residentMegabytesAfterwards", Resident(server))]);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<Token> FillAsync(BenchFolder folder, int zones)
    {
        var now = DateTimeOffset.UtcNow;
        await using var office = await BenchOffice.OpenAsync(folder.Store, now);
        var today = CivilDate.Of(now);
        var registrar = new Registrar(office.Store, office.Cases, office.Clock, RandomNumberGenerator.GetBytes);

        // As a first start leaves it: without the calendar's own mark the program would read every zone again.
        using var calendar = new LivingCalendar(office.Store, office.Cases, office.Rulebooks, registrar, office.Clock, new ShippedCalendar(CalendarFile.LoadShipped()));
        await calendar.StartAsync(CancellationToken.None);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, _) => await office.AdoptAsync(n, today.AddDays(-10)));
        var (party, person) = (new PartyId("party-province"), new PersonId("person-province"));
        await registrar.RegisterPartyAsync(registrar.NewSignal(), Actor.System, party.Value, "辽宁省知识产权局（示例）", null, CancellationToken.None);
        await registrar.GrantAsync(registrar.NewSignal(), Actor.System, party, new DatedRole("province", null, today, null), CancellationToken.None);
        await registrar.AddPersonAsync(registrar.NewSignal(), Actor.System, party, person, "省级经办甲", "officer@province.example", CancellationToken.None);
        var signIns = new SignIns(office.Store, new Parties(office.Store, office.Cases, office.Clock), new WallClock(TimeProvider.System), RandomNumberGenerator.GetBytes,
            new SecurityLog(NullLogger<SecurityLog>.Instance));
        return await signIns.BeginAsync(person, party, CancellationToken.None);
    }

    private static double Opened(BenchFolder folder)
    {
        var from = Stopwatch.GetTimestamp();
        using var database = Database.ForReading(folder.Store);
        GC.KeepAlive(database.Use(Queries.NextDue).First(row => row.Long(0)));
        return Latencies.SecondsSince(from) * 1_000;
    }

    private static Process Start(BenchFolder folder, string address) => Program("serve", "--data", folder.Path, "--urls", address);

    private static double BareStart()
    {
        var from = Stopwatch.GetTimestamp();
        using var help = Program("--help");
        help.WaitForExit();
        return Latencies.SecondsSince(from);
    }

    private static Process Program(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) is "dotnet" or "testhost")
        {
            start.FileName = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "zoneflow.dll"));
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    private static async Task FirstPageAsync(HttpClient client, Process server)
    {
        while (!server.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/");
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(2);
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    // An inquiry is opened and found to be without ground, zone after zone.
    private static async Task<Latencies> ActAsync(HttpClient client, int zones, int actions)
    {
        var latencies = new Latencies();
        for (var n = 0; n < actions; n++)
        {
            var zone = n / 2 % zones;
            var (action, body) = n % 2 == 0
                ? ("open-revocation", """{"procedure":null,"visit":0,"inputs":{"ground":["（三）有重大违法违规行为"]},"reason":"群众反映"}""")
                : ("unfounded", $$"""{"procedure":"revocation/{{(n / 2 / zones) + 1}}","visit":1,"inputs":{},"reason":"查无实据"}""");
            var from = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync(
                $"/api/cases/{BenchOffice.Zone(zone)}/actions/{action}", new StringContent(body, MediaTypeHeaderValue.Parse("application/json")));
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{action}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            latencies.Add(from);
        }

        return latencies;
    }

    // What the system says of it, in kilobytes, where it does; else what the runtime says.
    private static double Resident(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        process.Refresh();
        return File.Exists(status)
            ? double.Parse(File.ReadLines(status).First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_000
            : process.WorkingSet64 / 1e6;
    }
}
