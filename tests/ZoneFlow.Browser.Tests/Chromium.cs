using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>A demonstration server and one real browser, which starts when the first person sits down at it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--lang=zh-CN",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public DemoServer Server { get; } = new();

    public Task InitializeAsync() => Server.InitializeAsync();

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A window of its own, with its own cookies; without scripts, save where a test brings one.</summary>
    internal async Task<Window> OpenAsync(bool phone = false, bool scripts = false)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = NeedsChromiumAttribute.Chromium, Args = Arguments });
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Server.Address,
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            ViewportSize = phone ? Window.Phone : Window.Desk,
            IsMobile = phone,
            HasTouch = phone,
        });
        context.SetDefaultTimeout(30_000);
        return new Window(await context.NewPageAsync());
    }

    /// <summary>Somebody of a policy that the demonstration has no people of: registered, and given a session.</summary>
    internal async Task<Person> RegisterAsync(SamplePerson sample, bool phone = false)
    {
        var services = Server.Services;
        var (registrar, codes) = (services.GetRequiredService<Registrar>(), services.GetRequiredService<Codes>());
        var (party, id) = (DemoSeed.Party(sample), DemoSeed.Person(sample));
        await registrar.RegisterPartyAsync(registrar.NewSignal(), Actor.System, party.Value, sample.Party, null, default);
        await registrar.GrantAsync(registrar.NewSignal(), Actor.System, party, new DatedRole(sample.Role, sample.Region, CivilDate.Of(Server.Now), null), default);
        await registrar.AddPersonAsync(registrar.NewSignal(), Actor.System, party, id, sample.Name, sample.Email, default);
        if (sample.Secured)
        {
            await codes.EnrolAsync(id, default);
            await registrar.SecureAsync(registrar.NewSignal(), Actor.System, party, id, true, default);
        }

        var window = await OpenAsync(phone);
        var session = await services.GetRequiredService<SignIns>().BeginAsync(id, party, default);
        await window.Page.Context.AddCookiesAsync([new() { Name = "zoneflow", Value = session.Value, Url = Server.Address }]);
        return new Person(this, sample, window);
    }

    /// <summary>One of the sample people, signed in from the page of sample people.</summary>
    internal async Task<Person> SignInAsync(string sample, bool phone = false, bool scripts = false)
    {
        var person = new Person(this, Samples.People.First(p => p.Key == sample), await OpenAsync(phone, scripts));
        await person.SignInAsync();
        return person;
    }
}
