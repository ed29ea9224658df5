using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.TestKit.Scanning;

namespace ZoneFlow.Server.Tests.Scanning;

/// <summary>Uploads before a real clamd: passed, refused, and waiting while it is away.</summary>
[NeedsClamd]
public sealed class VirusScanTests(ScannedServer office) : IClassFixture<ScannedServer>
{
    [FactIfPresent]
    public async Task Upload_Clean_IsHandedOut()
    {
        Assert.Null(await office.FileAsync("干净的申报书", "draft-plan"));

        using var answer = await office.Body.Client.GetAsync(await LatestAsync("draft-plan"));
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [FactIfPresent]
    public async Task Upload_Infected_IsRefusedByNameAndNothingChanges()
    {
        var before = StoreImage.Of(office.Server.DataFolder);

        (await office.FileAsync(ClamdServer.Words))!.Is(422, "infected", "application-form");

        Assert.Equal(before, StoreImage.Of(office.Server.DataFolder));
    }

    [FactIfPresent]
    public async Task ScannerAway_UploadsWait_AndPassOrAreKeptBackOnceItIsThere()
    {
        var (body, scans) = (office.Body, office.Server.Services.GetRequiredService<UploadScans>());
        await office.Scanner.StopAsync();

        Assert.Null(await office.FileAsync("扫描器停机时的申报书"));
        var clean = await LatestAsync("application-form");
        Assert.Null(await office.FileAsync(ClamdServer.Words));
        var infected = await LatestAsync("application-form");

        (await RefusedAsync(body, clean)).Is(409, "unscanned");
        (await RefusedAsync(body, infected)).Is(409, "unscanned");
        var page = await (await Browser.OfAsync(office.Server, "zone-body")).GetAsync($"/cases/{office.Draft}");
        Assert.Contains("待检测", page.Text, StringComparison.Ordinal);
        Assert.Contains("2件待检测", await HealthAsync(), StringComparison.Ordinal);

        // Asked again too early, or in vain, nothing is lost.
        Assert.NotNull(await scans.RetryAsync(CancellationToken.None));
        office.Server.Wall.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await scans.RetryAsync(CancellationToken.None));
        Assert.Equal(2, (await scans.AllAsync(10, CancellationToken.None)).Count);

        await office.Scanner.StartAsync();
        office.Server.Wall.Advance(TimeSpan.FromHours(1));
        Assert.Null(await scans.RetryAsync(CancellationToken.None));

        using var answer = await body.Client.GetAsync(clean);
        Assert.Equal(200, (int)answer.StatusCode);
        (await RefusedAsync(body, infected)).Is(409, "infected");
        Assert.Contains($"1件，已隔离：{ClamdServer.Finding}", await HealthAsync(), StringComparison.Ordinal);
        Assert.Contains("未通过病毒检测", (await (await Browser.OfAsync(office.Server, "zone-body")).GetAsync($"/cases/{office.Draft}")).Text, StringComparison.Ordinal);
        var told = office.Server.MailsTo(body.Sample.Email)[^1];
        Assert.Equal("您提交的文件未通过病毒检测", told["Subject"]);
        Assert.Contains(ClamdServer.Finding, told.Text, StringComparison.Ordinal);
    }

    private async Task<string> LatestAsync(string slot)
    {
        var page = await (await Browser.OfAsync(office.Server, "zone-body")).GetAsync($"/cases/{office.Draft}");
        var of = page.Html.QuerySelectorAll("a[data-testid=download]").Select(a => a.GetAttribute("href")!).Where(h => h.Contains($"/documents/{slot}/", StringComparison.Ordinal));
        return $"/api{of.MaxBy(h => int.Parse(h.Split('/')[^1], null))}";
    }

    private static async Task<Problem> RefusedAsync(ApiPerson person, string path)
    {
        using var answer = await person.Client.GetAsync(path);
        return await Problem.OfAsync(answer);
    }

    private async Task<string> HealthAsync() => (await (await Browser.OfAsync(office.Server, "operator")).GetAsync("/operator/health")).Html.Body!.TextContent;
}
