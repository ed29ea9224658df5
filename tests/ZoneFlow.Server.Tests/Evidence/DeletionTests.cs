using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Moving;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>Somebody asks for a paper of theirs to be deleted, of which another case has the very same.</summary>
public sealed class DeletionTests(DemoServer server) : IClassFixture<DemoServer>, IDisposable
{
    private const string Path = "/operator/deletions";
    private const string Form = "form[data-testid=deletion-form]";
    private const string Ground = "本人申请，误传他人证件";
    private readonly TemporaryFolder _files = new();

    private ICaseStore Store => server.Services.GetRequiredService<ICaseStore>();

    private IDocumentStore Documents => server.Services.GetRequiredService<IDocumentStore>();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Document_DeletedOnRequest_IsGoneFromItsCase_StaysInAnother_AndTheEvidenceHolds()
    {
        var (first, second) = (await Chapters.AppliedAsync(server, "误传集聚区"), await Chapters.AppliedAsync(server, "另一集聚区", "zone-body-2", "city-dalian", "大连市"));
        var (mine, theirs) = ($"/api/cases/{first.Zone}/documents/application-form/1", $"/api/cases/{second.Zone}/documents/application-form/1");
        var (id, hash) = (new CaseId(first.Zone), await HashAsync(first.Zone));
        Assert.Equal(hash, await HashAsync(second.Zone));
        server.Wall.Advance(TimeSpan.FromHours(2));
        var roots = server.Services.GetRequiredService<DailyRoots>();
        await server.MoveToAsync(server.Now.AddDays(1));
        var root = await roots.RunAsync(default) ?? (await roots.LatestAsync(default))!;
        var head = (await Store.LoadAsync(id, default))!.Head;

        // Whatever is wrong with the form, nothing is deleted; and a code is asked for.
        var (desk, person) = (await Browser.OfAsync(server, "operator"), await server.SignInAsync("office-operator"));
        var number = (await server.StateAsync(first.Zone)).Number;
        Assert.Equal(422, (await FindAsync(desk, "没有这个编号")).Status);
        var found = await FindAsync(desk, number);
        Assert.Contains("在办程序的材料", found.Html.QuerySelector($"label[for=d-{hash.Value[..12]}]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (await DeleteAsync(desk, found, [], Ground, "")).Status);
        Assert.Equal(422, (await DeleteAsync(desk, found, [hash], "短", "")).Status);
        var uncoded = await DeleteAsync(desk, found, [hash], Ground, "000000");
        Assert.Equal((403, "second-factor"), (uncoded.Status, uncoded.Html.QuerySelector("[data-testid=refusal]")!.GetAttribute("data-rule")));
        Assert.Equal([hash.Value], uncoded.Html.QuerySelectorAll("[name=hash][checked]").Select(c => c.GetAttribute("value")));
        Assert.Equal(200, (int)(await first.Body.Client.GetAsync(mine)).StatusCode);

        var code = await person.CodeAsync();
        Assert.Equal(303, (await DeleteAsync(desk, uncoded, [hash], Ground, code)).Status);
        Assert.Equal(303, (await DeleteAsync(desk, uncoded, [hash], Ground, code)).Status);

        // Its own case says so wherever it stands; the other has it still.
        Assert.Equal(410, (int)(await first.Body.Client.GetAsync(mine)).StatusCode);
        var province = await Browser.OfAsync(server, "province");
        foreach (var path in (string[])["", "/preview", "/shown"])
        {
            var answer = await province.GetAsync($"/cases/{first.Zone}/documents/application-form/1{path}");
            Assert.True(answer.Status == 410 && answer.Text.Contains("删除", StringComparison.Ordinal), $"{path}: {answer.Status}");
        }

        Assert.Equal(await (await second.Body.Client.GetAsync(theirs)).Content.ReadAsByteArrayAsync(), Read(hash));
        var page = await province.GetAsync($"/cases/{first.Zone}");
        Assert.Contains(Ground, page.Html.QuerySelector("[data-testid=deleted]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"删除：{Ground}", page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("application-form.pdf", page.Text, StringComparison.Ordinal);
        var listed = (await first.Province.GetAsync($"/api/cases/{first.Zone}/documents")).EnumerateArray().Where(d => d.GetProperty("sha256").GetString() == hash.Value);
        Assert.All(listed, d => Assert.True(d.TryGetProperty("deletedAt", out _)));
        Assert.Single((await desk.GetAsync(Path)).Html.QuerySelectorAll("[data-testid=deletions] li"));

        // Journal, chain and root are as before; the export says deleted, and is whole.
        Assert.Equal(head.ToArray(), (await Store.LoadAsync(id, default))!.Head.ToArray());
        Assert.Null(Chain.FirstBad(id, await Store.JournalAsync(id, 0, int.MaxValue, default)));
        Assert.Null((await roots.OfCaseAsync(id, default))!.Fault(root.Key, root.Tree));
        var manifest = await ExportAsync(id);
        Assert.Equal((0, hash.Value, Ground), (manifest.Missing.Count, Assert.Single(manifest.Deleted!).Hash, manifest.Deleted![0].Ground));

        // The other case's is deleted too: now nobody has it, and neither backup nor restore nor a move misses it.
        found = await FindAsync(desk, (await server.StateAsync(second.Zone)).Number);
        Assert.Equal(303, (await DeleteAsync(desk, found, [hash], Ground, await person.CodeAsync())).Status);
        Assert.False(await Documents.ExistsAsync(hash, default));
        Assert.DoesNotContain(hash, StoreContents.Documents(DataFolder.At(server.DataFolder).Store));
        var backup = await Backup.WriteAsync(DataFolder.At(server.DataFolder), _files["backup.zip"], server.Now, default);
        Assert.Empty(backup.Missing);
        Assert.Equal(backup.Heads, (await Restore.RunAsync(_files["backup.zip"], _files["restored"], server.Now, default)).Manifest.Heads);
        Assert.True((await new MovingOut(Store, Documents, TimeProvider.System).WriteAsync(new MemoryStream(), default)).Cases > 0);

        // Whoever files the same bytes again has brought them back, and they can be deleted again.
        await first.City.ActAsync(first.Zone, "return");
        await first.Body.ActAsync(first.Zone, "resubmit");
        Assert.Equal(200, (int)(await first.Body.Client.GetAsync($"/api/cases/{first.Zone}/documents/application-form/2")).StatusCode);
        Assert.Equal(410, (int)(await second.Body.Client.GetAsync(theirs)).StatusCode);
        Assert.Null((await ExportAsync(id)).Deleted);
        server.Wall.Advance(TimeSpan.FromHours(2));
        found = await FindAsync(desk, number);
        Assert.Equal(303, (await DeleteAsync(desk, found, [hash], Ground, await person.CodeAsync())).Status);
        Assert.Equal(410, (int)(await first.Body.Client.GetAsync($"/api/cases/{first.Zone}/documents/application-form/2")).StatusCode);
        Assert.False(await Documents.ExistsAsync(hash, default));
    }

    private async Task<ContentHash> HashAsync(string zone) => ContentHash.Parse(
        (await Store.RowsAsync(new CaseId(zone), RowKinds.Document, default)).Select(r => JsonDocument.Parse(r.Json).RootElement.GetProperty("document"))
            .First(d => d.GetProperty("slot").GetString() == "application-form").GetProperty("content").GetString()!);

    private byte[] Read(ContentHash hash) => File.ReadAllBytes(DataFolder.At(server.DataFolder).PathOf(hash));

    private async Task<DossierManifest> ExportAsync(CaseId id)
    {
        var (state, rules) = (await server.Services.GetRequiredService<Cases>().FindAsync(id, default))!.Value;
        using var archive = new MemoryStream();
        var manifest = await server.Services.GetRequiredService<DossierWriter>().WriteAsync(state, rules.Policy, archive, default);
        archive.Position = 0;
        var (_, entry, why) = await DossierCheck.RunAsync(archive, null, default);
        Assert.True(entry is null, $"{entry}: {why}");
        return manifest;
    }

    private static async Task<Page> FindAsync(Browser desk, string number)
    {
        var page = await desk.GetAsync(Path);
        return await desk.PostAsync(Path, [.. Browser.Hidden(page, "form[data-testid=deletion-search]"), ("number", number)]);
    }

    private static Task<Page> DeleteAsync(Browser desk, Page found, IEnumerable<ContentHash> hashes, string ground, string code) => desk.PostAsync(
        $"{Path}/carried-out", [.. Browser.Hidden(found, Form), .. hashes.Select(h => ("hash", h.Value)), ("ground", ground), ("code", code)]);
}
