using System.CommandLine;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>
/// A year after it was withdrawn a case's time is over by the policy's newest revision. Beside it: a sitting whose zone lives, a
/// refused case that is kept for longer, and the living zone, which has some of the same papers.
/// </summary>
[NeedsFullRun]
public sealed class ArchiveTests(DemoServer server) : IClassFixture<DemoServer>, IDisposable
{
    private readonly TemporaryFolder _files = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Archives => _files["archives"];

    public void Dispose()
    {
        _files.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [FactIfPresent]
    public async Task Case_WhoseTimeIsOver_IsArchivedOnce_AndTheRestAndTheEvidenceStay()
    {
        var living = await Chapters.DesignatedAsync(server, "沈阳在办集聚区");
        var withdrawn = await AppliedWithAPaperOfItsOwnAsync("大连撤回集聚区");
        var refused = await Chapters.AppliedAsync(server, "大连未获同意集聚区", "zone-body-2", "city-dalian", "大连市");
        await withdrawn.Body.ActAsync(withdrawn.Zone, "withdraw");
        await refused.City.ActAsync(refused.Zone, "decline");
        await PublishAsync("keep: {standings: {refused: 90y, withdrawn: 12mo, revoked: 30y}, readings: 24mo, ", "keep: {standings: {done: 12mo, dissolved: 10y}, readings: 3y, ");
        await server.MoveToAsync(server.Now.AddMonths(13));
        var root = await server.Services.GetRequiredService<DailyRoots>().RunAsync(default) ?? (await server.Services.GetRequiredService<DailyRoots>().LatestAsync(default))!;
        var (id, number) = (new CaseId(withdrawn.Zone), (await server.StateAsync(withdrawn.Zone)).Number);
        var (other, round) = ((await server.StateAsync(living.Zone)).Number, (await server.StateAsync(living.Round)).Number);
        Directory.CreateDirectory(Archives);

        // The server runs: the list stands on its page, and nothing is done beside it.
        Assert.Equal(1, await RunAsync("archive", "--apply", "--to", Archives, "--data", server.DataFolder));
        Assert.Contains("/operator/archiving", $"{_errors}", StringComparison.Ordinal);
        var page = await (await Browser.OfAsync(server, "operator")).GetAsync("/operator/archiving");
        Assert.Contains(number, page.Html.QuerySelector("[data-testid=due-cases]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(other, page.Html.QuerySelector("[data-testid=held-cases]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("大连未获同意集聚区", page.Html.QuerySelector("[data-testid=later-cases]")!.TextContent, StringComparison.Ordinal);

        var data = await CopyAsync("first");
        var heads = StoreContents.Heads(DataFolder.At(data).Store).Heads;
        var named = StoreContents.Documents(DataFolder.At(data).Store);
        Assert.Equal(0, await RunAsync("archive", "--dry-run", "--data", data));
        var said = Taken();
        Assert.Contains($"{number} 大连撤回集聚区：已撤回", said, StringComparison.Ordinal);
        Assert.Contains("保管12mo（文本未定保管期限", said, StringComparison.Ordinal);
        Assert.Contains($"（{other}）尚在办理", said, StringComparison.Ordinal);
        Assert.Contains("1 due, 1 held, 1 not yet", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Archives));
        Assert.Equal(named, StoreContents.Documents(DataFolder.At(data).Store));

        Assert.Equal(0, await RunAsync("archive", "--apply", "--to", Archives, "--data", data));
        var archive = Assert.Single(Directory.GetFiles(Archives));
        Assert.Contains(archive, Taken(), StringComparison.Ordinal);
        await GoneAsync(data, id, named, heads);
        Assert.Equal(0, await RunAsync("verify", archive, "--key", root.Key, "--root", root.Tree));

        // A second time there is nothing to do.
        var bytes = await File.ReadAllBytesAsync(archive);
        Assert.Equal(0, await RunAsync("archive", "--apply", "--to", Archives, "--data", data));
        Assert.Contains("0 due, 1 held, 1 not yet", Taken(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Archives))));

        // Its pages say so, its exports too, and a backup of it misses nothing.
        await using var again = await ZoneFlowServer.StartAsync(new ServeOptions(data, "http://127.0.0.1:0", true, false), TextWriter.Null, null, default, server.Wall);
        await AskAsync(again, withdrawn.Zone, living.Zone);
        Assert.Empty((await Backup.WriteAsync(DataFolder.At(data), _files["after.zip"], server.Now, default)).Missing);

        // Cut short at any step, the next run ends it alike.
        foreach (var step in (string[])["written", "recorded", "written-down", "forgotten"])
        {
            var copy = await CopyAsync(step);
            await using (var installation = await Installation.OpenAsync(copy, default, s => s.AddZoneFlowWeb()))
            {
                var archiver = installation.Service<CaseArchiver>();
                archiver.After = at => _ = at == step ? throw new InvalidOperationException(step) : 0;
                var due = (await installation.Service<Retention>().EndedAsync(default)).Single(e => e.State.Id == id);
                Assert.Equal(step, (await Assert.ThrowsAsync<InvalidOperationException>(() => archiver.RunAsync(due, Directory.CreateDirectory(_files[$"{step}-archives"]).FullName, default))).Message);
            }

            if (step == "written-down")
            {
                // The archive is not where it was left, and some of what it holds is gone: nothing more is deleted.
                var left = Assert.Single(Directory.GetFiles(_files[$"{step}-archives"]));
                File.Move(left, $"{left}.away");
                Assert.Equal(1, await RunAsync("archive", "--apply", "--to", _files[$"{step}-archives"], "--data", copy));
                Assert.Contains("put it back", $"{_errors}", StringComparison.Ordinal);
                File.Move($"{left}.away", left);
            }

            Assert.Equal(0, await RunAsync("archive", "--apply", "--to", _files[$"{step}-archives"], "--data", copy));
            await GoneAsync(copy, id, named, heads);
            Assert.Equal(0, await RunAsync("verify", Assert.Single(Directory.GetFiles(_files[$"{step}-archives"])), "--root", root.Tree));
        }
    }

    // All sample papers of a slot are the same bytes, in every case; this one is in no other.
    private async Task<DesignatedZone> AppliedWithAPaperOfItsOwnAsync(string name)
    {
        var body = await server.SignInAsync("zone-body-2");
        var zone = (await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = "大连市" }, 201)).GetProperty("id").GetString()!;
        await body.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        using var filed = await body.Client.PostAsync($"/api/cases/{zone}/documents", BadInput.UntouchedZone.Upload("方案.pdf", TestKit.Papers.Pdf(name), "draft-plan"));
        Assert.Equal(201, (int)filed.StatusCode);
        await body.ActAsync(zone, "submit");
        return new DesignatedZone(zone, body, await server.SignInAsync("city-dalian"), await server.SignInAsync("province"));
    }

    private static async Task GoneAsync(string data, CaseId id, IReadOnlySet<ContentHash> named, string heads)
    {
        var folder = DataFolder.At(data);
        Assert.Equal(heads, StoreContents.Heads(folder.Store).Heads);
        var left = StoreContents.Documents(folder.Store);
        await using var store = new ZoneFlow.Server.Sqlite.SqliteStore(folder.Store);
        Assert.Empty(await store.ConfidedAsync(id, default));
        Assert.Null(Chain.FirstBad(id, await store.JournalAsync(id, 0, int.MaxValue, default)));
        Assert.True(left.Count < named.Count && left.IsSubsetOf(named));
        Assert.All(left, hash => Assert.True(File.Exists(folder.PathOf(hash))));
        Assert.All(named.Except(left), hash => Assert.False(File.Exists(folder.PathOf(hash))));
    }

    private static async Task AskAsync(WebApplication head, string archived, string living)
    {
        using var client = new HttpClient { BaseAddress = new Uri(head.Urls.First()) };
        var token = await head.Services.GetRequiredService<Runtime.SignIn.SignIns>().BeginAsync(
            Demo.DemoSeed.Person(Demo.Samples.People.First(p => p.Key == "province")), Demo.DemoSeed.Party(Demo.Samples.People.First(p => p.Key == "province")), default);
        client.DefaultRequestHeaders.Add("Cookie", $"zoneflow={token.Value}");
        Assert.Equal(410, (int)(await client.GetAsync($"/cases/{archived}/documents/application-form/1")).StatusCode);
        Assert.Equal(200, (int)(await client.GetAsync($"/cases/{living}/documents/application-form/1")).StatusCode);
        var page = await Browser.ReadAsync(await client.GetAsync($"/cases/{archived}"));
        Assert.True(page.Status == 200, page.Text);
        Assert.Contains("已归档", page.Html.QuerySelector("[data-testid=documents]")!.TextContent, StringComparison.Ordinal);
    }

    // As a backup of it that was put back elsewhere, with papers as old as they would be.
    private async Task<string> CopyAsync(string name)
    {
        var backup = _files[$"{name}.zip"];
        await Backup.WriteAsync(DataFolder.At(server.DataFolder), backup, server.Now, default);
        await Restore.RunAsync(backup, _files[name], server.Now, default);
        foreach (var file in Directory.GetFiles(DataFolder.At(_files[name]).Documents, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-1));
        }

        return _files[name];
    }

    private async Task PublishAsync(string zone, string round)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(StringComparer.Ordinal);
        var policy = Encoding.UTF8.GetString(files["policy.yaml"])
            .Replace("keep: {standings: {refused: 10y, withdrawn: 10y, revoked: 30y}, readings: 3y, ", zone, StringComparison.Ordinal)
            .Replace("keep: {standings: {done: 30y, dissolved: 10y}, readings: 3y, ", round, StringComparison.Ordinal);
        Assert.Contains(zone, policy, StringComparison.Ordinal);
        Assert.Contains(round, policy, StringComparison.Ordinal);
        files["policy.yaml"] = Encoding.UTF8.GetBytes(policy);
        Assert.True(await server.Services.GetRequiredService<PackShelf>().PublishAsync(files, PackFolder.ReadFiles(files).Pack!, Actor.System, default));
    }

    private string Taken()
    {
        var said = $"{_output}";
        _output.GetStringBuilder().Clear();
        return said;
    }

    private Task<int> RunAsync(params string[] args) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
}
