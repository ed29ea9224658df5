using Microsoft.Playwright;
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

    /// <summary>One of the sample people, signed in from the page of sample people.</summary>
    internal async Task<Person> SignInAsync(string sample, bool phone = false, bool scripts = false)
    {
        var person = new Person(this, Samples.People.First(p => p.Key == sample), await OpenAsync(phone, scripts));
        await person.SignInAsync();
        return person;
    }
}
