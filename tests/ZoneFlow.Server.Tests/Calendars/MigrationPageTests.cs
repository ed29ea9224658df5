using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Calendars;

/// <summary>The operator's page for moving running cases, over real HTTP, under a revision that renames a stage they stand at.</summary>
public sealed partial class MigrationPageTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Cases_MovedOnThePage_AreShownFirstAndTheirDossiersStillOpen()
    {
        var zone = (await Chapters.AppliedAsync(server, "沈阳换版集聚区")).Zone;
        var before = await server.StateAsync(zone);
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025"))
            .ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(Endorsement().Replace(Encoding.UTF8.GetString(f.Value), "first-review")));
        var (pack, findings) = PackShelf.Check(files);
        Assert.True(pack is not null, string.Join('\n', findings));
        Assert.True(await server.Services.GetRequiredService<PackShelf>().PublishAsync(files, pack, Actor.System, default));

        var operators = await Browser.OfAsync(server, "operator");
        var hidden = Browser.Hidden(await operators.GetAsync("/operator/packs/migrate"), "form[data-testid=plan]");
        var to = $"liaoning-2025@{pack.Revision.Hash}";

        var stays = await operators.PostAsync("/operator/packs/migrate/plan", [.. hidden, ("to", to), ("number", ""), ("map", "")]);
        Assert.Contains("没有对应项", stays.Html.QuerySelector("[data-testid=migrations]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(stays.Html.QuerySelector("[data-testid=migrate]"));
        var wrong = await operators.PostAsync("/operator/packs/migrate/plan", [.. hidden, ("to", to), ("map", "stage: {}")]);
        Assert.Equal(422, wrong.Status);
        Assert.Contains("map.yaml:1", wrong.Text, StringComparison.Ordinal);

        var looked = await operators.PostAsync("/operator/packs/migrate/plan", [.. hidden, ("to", to), ("map", "stages: {designation/endorsement: first-review}")]);
        Assert.Contains("沈阳换版集聚区", looked.Html.QuerySelector("[data-testid=migrations]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("删去", looked.Html.QuerySelector("[data-testid=changes]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await server.StateAsync(zone)).Version);

        var moved = await operators.PostAsync("/operator/packs/migrate", Browser.Hidden(looked, "form[data-testid=confirm]"));
        Assert.Equal(200, moved.Status);
        var after = await server.StateAsync(zone);
        Assert.Equal((pack.Revision, "first-review", before.Procedures[0].Due!.Last), (after.Pack, after.Procedures[0].Stage, after.Procedures[0].Due!.Last));

        foreach (var reader in (string[])["zone-body", "city-shenyang", "province"])
        {
            Assert.Equal(200, (await (await Browser.OfAsync(server, reader)).GetAsync($"/cases/{zone}")).Status);
            Assert.Equal(200, (await (await Browser.OfAsync(server, reader)).GetAsync("/worklist")).Status);
        }

        var city = await server.SignInAsync("city-shenyang");
        await city.ActAsync(zone, "recommend");
        Assert.Equal("evaluation", (await server.StateAsync(zone)).Procedures[0].Stage);
    }

    [GeneratedRegex(@"\bendorsement\b")]
    private static partial Regex Endorsement();
}
