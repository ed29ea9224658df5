using System.CommandLine;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>A dossier exported, carried to an empty folder, verified offline, changed by one byte, and refused at the right entry.</summary>
public sealed class DossierTests(DemoServer server) : IClassFixture<DemoServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Dossier_ChangedByOneByte_IsRefusedAtThatEntry()
    {
        var archive = await ExportedAsync("移交集聚区");
        Assert.Equal(0, await RunAsync("verify", archive));
        Assert.Contains("移交集聚区", _output.ToString(), StringComparison.Ordinal);
        var names = Names(archive);
        Assert.Contains("index.html", names);
        Assert.Contains("verify.html", names);
        Assert.Contains("journal/00000001.json", names);
        Assert.Contains(names, n => n.StartsWith("documents/application-form-1.", StringComparison.Ordinal));
        Assert.Contains(names, n => n.StartsWith("letters/", StringComparison.Ordinal) && n.EndsWith("recommendation.docx", StringComparison.Ordinal));

        foreach (var name in names.Where(n => n is not "manifest.json"))
        {
            var changed = Changed(archive, name, null);
            Assert.Equal(1, await RunAsync("verify", changed));
            Assert.StartsWith($"{name}:", Last(_errors), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task JournalEntry_ChangedTogetherWithItsHashInTheManifest_IsRefusedByTheChain()
    {
        var archive = await ExportedAsync("改链集聚区");
        var forged = Changed(archive, "journal/00000003.json", Rehash);

        Assert.Equal(1, await RunAsync("verify", forged));
        Assert.StartsWith("journal/00000003.json:", Last(_errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ChangedTogetherWithItsHashInTheManifest_IsRefusedAtTheEntryThatNamesIt()
    {
        var archive = await ExportedAsync("换件集聚区");
        var forged = Changed(archive, Names(archive).First(n => n.StartsWith("documents/application-form-1", StringComparison.Ordinal)), Rehash);

        Assert.Equal(1, await RunAsync("verify", forged));
        Assert.StartsWith("journal/", Last(_errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossier_OfAnotherHead_OrCutShort_OrNoArchive_IsRefused()
    {
        var archive = await ExportedAsync("链尾集聚区");
        Assert.Equal(1, await RunAsync("verify", archive, "--head", new string('0', 64)));
        await File.WriteAllBytesAsync(_folder["short.zip"], (await File.ReadAllBytesAsync(archive))[..^200]);
        Assert.Equal(1, await RunAsync("verify", _folder["short.zip"]));
        await File.WriteAllTextAsync(_folder["text.zip"], "不是卷宗");
        Assert.Equal(1, await RunAsync("verify", _folder["text.zip"]));
        Assert.Equal(1, await RunAsync("verify", _folder["nothing.zip"]));
    }

    [Fact]
    public async Task Dossier_Imported_OpensReadOnlyInAnotherInstallation()
    {
        var archive = await ExportedAsync("导入集聚区");
        var other = new DemoServer();
        await other.InitializeAsync();
        try
        {
            Assert.Equal(1, await RunAsync("dossier", "import", archive, "--data", other.DataFolder));
            await using var file = File.OpenRead(archive);
            await other.Services.GetRequiredService<ImportedDossiers>().TakeAsync(file, CancellationToken.None);
            var reader = await Browser.OfAsync(other, "operator");
            var listed = (await reader.GetAsync("/operator/dossiers")).Html.QuerySelector("[data-testid=dossiers] a")!;
            var page = await reader.GetAsync(listed.GetAttribute("href")!);
            Assert.NotNull(page.Html.QuerySelector("[data-testid=read-only]"));
            Assert.Contains("申报日", page.Html.QuerySelector("[data-testid=timeline]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Html.QuerySelectorAll("main form"));
            var index = page.Html.QuerySelectorAll("[data-testid=files] a").First(a => a.TextContent == "index.html").GetAttribute("href")!;
            using var answer = await reader.Client.GetAsync(index);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            var stranger = await Browser.OfAsync(other, "zone-body");
            Assert.Equal(403, (await stranger.GetAsync("/operator/dossiers")).Status);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private async Task<string> ExportedAsync(string name)
    {
        var life = await Chapters.AppliedAsync(server, name);
        await life.City.ActAsync(life.Zone, "recommend");
        var office = await Browser.OfAsync(server, "province");
        var file = _folder[$"{name}.zip"];
        await File.WriteAllBytesAsync(file, await office.Client.GetByteArrayAsync($"/cases/{life.Zone}/dossier.zip"));
        return file;
    }

    private static List<string> Names(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    // The same archive with one byte of one file another.
    private string Changed(string archive, string name, Func<string, string, byte[], string>? manifest)
    {
        var copy = _folder[$"{Guid.NewGuid():N}.zip"];
        using var from = ZipFile.OpenRead(archive);
        using var to = ZipFile.Open(copy, ZipArchiveMode.Create);
        var changed = Bytes(from.GetEntry(name)!);
        changed[changed.Length / 2] ^= 1;
        foreach (var entry in from.Entries)
        {
            var bytes = entry.FullName == name ? changed : Bytes(entry);
            if (entry.FullName == "manifest.json" && manifest is not null)
            {
                bytes = System.Text.Encoding.UTF8.GetBytes(manifest(System.Text.Encoding.UTF8.GetString(bytes), name, changed));
            }

            using var stream = to.CreateEntry(entry.FullName).Open();
            stream.Write(bytes);
        }

        return copy;
    }

    private static string Rehash(string manifest, string name, byte[] bytes)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(manifest)!;
        root["files"]![name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return root.ToJsonString();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Last(StringWriter writer) => writer.ToString().Trim().Split('\n')[^1];

    private Task<int> RunAsync(params string[] args) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
}
