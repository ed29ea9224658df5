using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.TestKit;

namespace ZoneFlow.Browser.Tests;

/// <summary>A sample person at a window: what a reader of the pages does, in the words on them.</summary>
internal sealed class Person(Chromium chromium, SamplePerson sample, Window window)
{
    public Window Window { get; } = window;

    public IPage Page => Window.Page;

    public SamplePerson Sample { get; } = sample;

    private ILocator Persona => Page.GetByTestId("persona").Filter(new() { HasText = Sample.Email });

    public async Task SignInAsync()
    {
        await Page.GotoAsync("/demo/personas");
        await Persona.GetByTestId("become").ClickAsync();
        await Page.GetByTestId("viewer").WaitForAsync();
    }

    public async Task DossierAsync(string title, string? look = null)
    {
        await Page.GotoAsync("/worklist");
        await Page.GetByTestId("cases").GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await SeeAsync(look);
    }

    public async Task TaskAsync(string title, string? look = null)
    {
        await Page.GotoAsync("/worklist");
        await SeeAsync(look is null ? null : look + "-worklist");
        await Page.GetByTestId("task").Filter(new() { HasText = title }).GetByTestId("act").ClickAsync();
        await SeeAsync(look);
    }

    /// <summary>Takes an action from the dossier of a case.</summary>
    public async Task ActAsync(string title, string action, string? look = null, Func<ILocator, Task>? fill = null)
    {
        await DossierAsync(title);
        await ChooseAsync(action);
        await ConfirmAsync(look, fill);
    }

    /// <summary>Takes an action by the link in the last mail to this person about a case.</summary>
    public async Task ActByMailAsync(string title, string action, string? look = null)
    {
        // Mails leave in the background: whoever opens the mailbox at once may be too early.
        await chromium.Server.SettleAsync();
        await Page.GotoAsync("/demo/mailbox");
        var mail = Page.GetByTestId("mail").Filter(new() { HasText = Sample.Email }).Filter(new() { HasText = title });
        await mail.First.GetByRole(AriaRole.Link).ClickAsync();
        await SeeAsync(look is null ? null : look + "-mail");
        await Page.GetByTestId("mail-body").Locator("a[href*='/actions/']").First.ClickAsync();
        await SeeAsync(look is null ? null : look + "-list");
        await ChooseAsync(action);
        await ConfirmAsync(look, null);
    }

    public Task ChooseAsync(string action) => Page.GetByTestId("offer").Filter(new() { HasTextRegex = new Regex($"^{action}") }).First.ClickAsync();

    /// <summary>Brings every paper that is asked for and not there, says why, ticks every box, types the code, and confirms.</summary>
    public async Task ConfirmAsync(string? look, Func<ILocator, Task>? fill)
    {
        var form = Page.GetByTestId("action-form");
        await SeeAsync(look);
        foreach (var paper in await form.Locator(".field:not(:has(.optional)):not(:has(.status.good)) input[type=file]").AllAsync())
        {
            var name = await paper.GetAttributeAsync("name");
            await paper.SetInputFilesAsync(new FilePayload { Name = $"{name}.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf(name!) });
        }

        foreach (var box in await form.Locator("input[name=attest]").AllAsync())
        {
            await box.CheckAsync();
        }

        await form.GetByTestId("reason").FillAsync("理由如卷宗所载");
        await (fill?.Invoke(form) ?? Task.CompletedTask);
        if (await form.GetByTestId("code").CountAsync() > 0)
        {
            await form.GetByTestId("code").FillAsync(await CodeAsync());
        }

        if (await form.GetByTestId("check").CountAsync() > 0)
        {
            var number = await Page.GetByTestId("case-number").First.InnerTextAsync();
            await form.GetByTestId("check").FillAsync(number.Trim()[^4..]);
        }

        await form.GetByTestId("confirm").ClickAsync();
        await SeeAsync(look is null ? null : look + "-done");
        await Page.GetByTestId("done").WaitForAsync();
    }

    public Task SeeAsync(string? look) => look is null ? Task.CompletedTask : Window.LookAsync(look);

    // A code serves once: half a minute passes, and the page of sample people shows the next.
    public async Task<string> CodeAsync()
    {
        chromium.Server.Wall.Advance(TimeSpan.FromSeconds(31));
        if (!Samples.People.Contains(Sample))
        {
            var secret = await chromium.Server.Services.GetRequiredService<Codes>().SecretAsync(DemoSeed.Person(Sample), default);
            return TimeBasedCode.At(secret!, chromium.Server.Wall.GetUtcNow());
        }

        var page = await Page.Context.NewPageAsync();
        await page.GotoAsync("/demo/personas");
        var code = await page.GetByTestId("persona").Filter(new() { HasText = Sample.Email }).GetByTestId("code").InnerTextAsync();
        await page.CloseAsync();
        return code.Trim();
    }
}
