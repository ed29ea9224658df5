using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Hosting;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>A demonstration server of its own: a real SQLite file, real mail files, real HTTP on loopback, and clocks that tests move.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private static readonly DateTimeOffset Started = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<string>> Seeded = new(SeedAsync);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, ApiPerson> _people = [];
    private WebApplication? _app;

    internal SetClock Wall { get; } = new(Started);

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public string DataFolder => _folder.Path;

    public string MailFolder => Path.Combine(_folder.Path, "mail");

    public IServiceProvider Services => _app!.Services;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Adds or replaces services, such as an office's own seal service.</summary>
    internal Action<IServiceCollection>? Also { get; init; }

    public async Task InitializeAsync()
    {
        Copy(await Seeded.Value, _folder.Path);
        _app = await StartAsync(_folder.Path, Address, Wall, Also);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Moves the office's clock to the morning of a day, with everything that falls due on the way.</summary>
    public Task MoveToAsync(string day) => MoveToAsync(CivilDate.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(10, 0)));

    public Task MoveToAsync(DateTimeOffset instant) => Services.GetRequiredService<DemoClock>().MoveToAsync(instant);

    /// <summary>Runs what is due and what is to be sent now.</summary>
    public Task SettleAsync() => Services.GetRequiredService<Engine>().SettleAsync(CancellationToken.None);

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri(Address) };

    /// <summary>All mails to an address, in the order they were written.</summary>
    public IReadOnlyList<ReceivedMail> MailsTo(string address) =>
        [
            .. Directory.EnumerateFiles(MailFolder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).ThenBy(f => f, StringComparer.Ordinal)
                .Select(f => ReceivedMail.Parse(File.ReadAllText(f))).Where(m => m["To"]!.Contains(address, StringComparison.Ordinal)),
        ];

    /// <summary>A sample person, signed in once by mail and the same ever after.</summary>
    internal async Task<ApiPerson> SignInAsync(string sample)
    {
        if (!_people.TryGetValue(sample, out var person))
        {
            _people[sample] = person = await ApiPerson.SignInAsync(this, Samples.People.First(p => p.Key == sample));
        }

        return person;
    }

    /// <summary>A session's token, for the header or the cookie.</summary>
    internal async Task<string> TokenAsync(string sample)
    {
        var person = Samples.People.First(p => p.Key == sample || (sample == "operator" && p.Role == sample));
        return (await Services.GetRequiredService<SignIns>().BeginAsync(DemoSeed.Person(person), DemoSeed.Party(person), CancellationToken.None)).Value;
    }

    internal async Task<CaseState> StateAsync(string id) =>
        (await Services.GetRequiredService<Runtime.Shell.Cases>().FindAsync(new CaseId(id), CancellationToken.None))!.Value.State;

    // Sample people and packs are the same in every demonstration: they are written once a run, and each class goes on from a copy.
    private static async Task<string> SeedAsync()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var app = await StartAsync(folder.Path, $"http://127.0.0.1:{FreePort()}", new SetClock(Started), null);
        await app.StopAsync();
        await app.DisposeAsync();
        return folder.Path;
    }

    private static Task<WebApplication> StartAsync(string folder, string address, SetClock wall, Action<IServiceCollection>? also) =>
        ZoneFlowServer.StartAsync(new ServeOptions(folder, address, true, false), TextWriter.Null, null, CancellationToken.None, wall, also);

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
