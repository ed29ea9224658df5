using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Backups;

/// <summary>The drill: a running server is backed up, the archive restored elsewhere, and the two compared.</summary>
public sealed class DrillTests(DemoServer server, ITestOutputHelper output) : IClassFixture<DemoServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Archive => _folder["backup.zip"];

    private string Restored => _folder["restored"];

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Restoring_WhatARunningServerBackedUp_GivesTheSameHeadsAndServesIt()
    {
        var zone = (await Chapters.AppliedAsync(server, "演练集聚区")).Zone;
        var state = await server.StateAsync(zone);
        var watch = Stopwatch.StartNew();

        Assert.Equal(0, await RunAsync("backup", Archive, "--data", server.DataFolder));
        var backed = watch.Elapsed;
        var heads = StoreContents.Heads(DataFolder.At(server.DataFolder).Store);
        Assert.Equal(0, await RunAsync("restore", Archive, "--data", Restored));

        Assert.Equal(heads.Heads, StoreContents.Heads(DataFolder.At(Restored).Store).Heads);
        Assert.NotEmpty(StoreContents.Documents(DataFolder.At(Restored).Store));
        output.WriteLine(
            $"{heads.Cases.Count} cases and {StoreContents.Documents(DataFolder.At(Restored).Store).Count} documents: backup {backed.TotalSeconds:F1} s, "
            + $"restore {(watch.Elapsed - backed).TotalSeconds:F1} s, heads alike");
        Assert.All(StoreContents.Documents(DataFolder.At(Restored).Store), hash => Assert.True(File.Exists(DataFolder.At(Restored).PathOf(hash))));

        await using var again = await ZoneFlowServer.StartAsync(
            new ServeOptions(Restored, "http://127.0.0.1:0", true, false), TextWriter.Null, null, CancellationToken.None, server.Wall);
        var found = await again.Services.GetRequiredService<Runtime.Shell.Cases>().FindAsync(new Core.Cases.CaseId(zone), CancellationToken.None);
        Assert.Equal((state.Version, state.Standing), (found!.Value.State.Version, found.Value.State.Standing));
    }

    [Fact]
    public async Task Restoring_OverData_KeepsWhatWasThere()
    {
        await RunAsync("backup", Archive, "--data", server.DataFolder);
        await RunAsync("restore", Archive, "--data", Restored);
        var before = await File.ReadAllBytesAsync(DataFolder.At(Restored).Store);

        Assert.Equal(0, await RunAsync("restore", Archive, "--data", Restored));

        var kept = Assert.Single(Directory.GetDirectories(Restored, "before-restore-*"));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(kept, "zoneflow.db")));
    }

    [Fact]
    public async Task Restoring_UnderARunningServer_IsRefused()
    {
        await RunAsync("backup", Archive, "--data", server.DataFolder);

        Assert.Equal(1, await RunAsync("restore", Archive, "--data", server.DataFolder));
    }

    [Theory]
    [InlineData("zoneflow.db")]
    [InlineData("documents/")]
    [InlineData("manifest.json")]
    public async Task Restoring_AnArchiveWithAChangedFile_IsRefusedAndReplacesNothing(string name)
    {
        await Chapters.AppliedAsync(server, $"损坏{name.Length}集聚区", "zone-body");
        await RunAsync("backup", Archive, "--data", server.DataFolder);
        using (var archive = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            var entry = archive.Entries.First(e => e.FullName.StartsWith(name, StringComparison.Ordinal));
            await using var stream = entry.Open();
            stream.Position = stream.Length / 2;
            stream.WriteByte((byte)'~');
        }

        Assert.Equal(1, await RunAsync("restore", Archive, "--data", Restored));
        Assert.False(File.Exists(DataFolder.At(Restored).Store));
        Assert.NotEmpty(_errors.ToString());
    }

    [Fact]
    public async Task Restoring_AFileCutShort_IsRefused()
    {
        await RunAsync("backup", Archive, "--data", server.DataFolder);
        await using (var file = new FileStream(Archive, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.Equal(1, await RunAsync("restore", Archive, "--data", Restored));
        Assert.False(File.Exists(DataFolder.At(Restored).Store));
    }

    [Fact]
    public async Task BackingUp_OverAFileOrFromAnEmptyFolder_IsRefused()
    {
        await File.WriteAllTextAsync(Archive, "");

        Assert.Equal(1, await RunAsync("backup", Archive, "--data", server.DataFolder));
        Assert.Equal(1, await RunAsync("backup", _folder["other.zip"], "--data", _folder.Path));
    }

    [Fact]
    public async Task Serving_AFolderWhoseRestoreWasCutShort_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(Restored, DataFolder.Restoring));

        await Assert.ThrowsAsync<DataFolderException>(() => ZoneFlowServer.StartAsync(
            new ServeOptions(Restored, "http://127.0.0.1:0", false, false), TextWriter.Null, null, CancellationToken.None));
    }

    private Task<int> RunAsync(params string[] args) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
}
