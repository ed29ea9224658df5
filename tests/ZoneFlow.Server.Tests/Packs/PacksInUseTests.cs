using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Packs;

/// <summary>An installation says which of the packs that ship new cases open under: at its first start, and later on the operator's page.</summary>
public sealed class PacksInUseTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Page_TakesAPackOutOfUseAndPutsItInAgain_JournalledAndRunningCasesGoOn()
    {
        var zone = (await Chapters.AppliedAsync(server, "沈阳在办集聚区")).Zone;
        var operators = await Browser.OfAsync(server, "operator");

        await PostAsync(operators, "liaoning-2025");

        Assert.DoesNotContain("liaoning-2025", await InUseAsync(server.Services));
        Assert.Contains("没有正在使用的政策", await OpenAsync("沈阳停用后集聚区", 422), StringComparison.Ordinal);
        var city = await server.SignInAsync("city-shenyang");
        await city.ActAsync(zone, "recommend");
        Assert.Equal("evaluation", (await server.StateAsync(zone)).Procedures[0].Stage);

        await PostAsync(operators, "liaoning-2025");

        Assert.Equal(ShippedPacks.Names, (await InUseAsync(server.Services)).Order(StringComparer.Ordinal));
        await OpenAsync("沈阳启用后集聚区", 201);
        var journal = await server.Services.GetRequiredService<Runtime.Ports.ICaseStore>().JournalAsync(Registrar.Office, 0, int.MaxValue, default);
        Assert.Equal(
            [false, true],
            journal.SelectMany(e => Runtime.Journal.JournalText.Read(e.Bytes.Span).Changes).OfType<Change.PackUseChanged>().Select(c => c.InUse));
    }

    [Fact]
    public async Task Page_ForAPackThatIsNotPublished_IsRefused()
    {
        var operators = await Browser.OfAsync(server, "operator");
        var hidden = Browser.Hidden(await operators.GetAsync("/operator/packs"), "form[action='/operator/packs/jilin-2018/use']");

        Assert.Equal(422, (await operators.PostAsync("/operator/packs/hubei-2030/use", hidden)).Status);
    }

    [Fact]
    public async Task FirstStart_WithPacksNamed_PutsThoseInUseAlone_AndTheNextStartKeepsThem()
    {
        using var folder = new TemporaryFolder();
        foreach (var packs in new[] { (string[]?)["liaoning-2025"], null })
        {
            await using var app = await ZoneFlowServer.StartAsync(
                new ServeOptions(folder.Path, "http://127.0.0.1:0", false, false, packs), TextWriter.Null, null, default);

            Assert.Equal(["liaoning-2025"], await InUseAsync(app.Services));
            Assert.Equal(5, (await app.Services.GetRequiredService<Office>().PacksAsync(default)).Count);
            Assert.Equal("liaoning-2025", (await app.Services.GetRequiredService<Office>().PacksAsync(default))[0].Id);
        }
    }

    private async Task<string> OpenAsync(string name, int status) => (await (await server.SignInAsync("zone-body"))
        .SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = "沈阳市" }, status)).ToString();

    private static async Task PostAsync(Browser operators, string pack) => Assert.Equal(
        303,
        (await operators.PostAsync(
            $"/operator/packs/{pack}/use", Browser.Hidden(await operators.GetAsync("/operator/packs"), $"form[action='/operator/packs/{pack}/use']"))).Status);

    private static async Task<List<string>> InUseAsync(IServiceProvider services) =>
        [.. (await services.GetRequiredService<Office>().InUseAsync(default)).Select(p => p.Id)];
}
