using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>A pack with an error: found by check, and never published.</summary>
public sealed class BadPackTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Theory]
    [InlineData("policy.yaml", "pack: liaoning-2025", "pack: liaoning-2025\nunheard-of: 1")]
    [InlineData("designation.yaml", "due: {within: 10wd,", "due: {within: ten,")]
    [InlineData("designation.yaml", "to: endorsement", "to: nowhere")]
    [InlineData("policy.yaml", "date: 2025-04-22", "date: 2025-02-30")]
    public async Task Pack_WithAnError_IsNamedByCheckAndNotPublished(string file, string found, string broken)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary();
        var text = System.Text.Encoding.UTF8.GetString(files[file]);
        Assert.Contains(found, text, StringComparison.Ordinal);
        files[file] = System.Text.Encoding.UTF8.GetBytes(text.Replace(found, broken, StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(folder[name], bytes);
        }

        using var output = new StringWriter();
        Assert.Equal(1, await ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), ["check", folder.Path], new InvocationConfiguration { Output = output, Error = output }));
        Assert.Matches($@"{file}:\d+: error ", output.ToString());

        var (store, before) = (server.Services.GetRequiredService<ICaseStore>(), StoreImage.Of(server.DataFolder));
        await Assert.ThrowsAsync<InvalidDataException>(() => FirstStart.PublishAsync(store, files, default));
        Assert.Equal(before, StoreImage.Of(server.DataFolder));
    }

    [Fact]
    public async Task Pack_WhoseBytesAreNotHere_OpensNoCase()
    {
        var cases = server.Services.GetRequiredService<Runtime.Shell.Cases>();
        var body = new SignalBody.OpenCase(new PackRevision("liaoning-2025", new string('0', 64)), "zone", "N-1", "无", "沈阳市", []);
        await Assert.ThrowsAsync<UnknownPackException>(() => cases.SendAsync(
            new SignalRequest(new SignalId("bad-pack"), new CaseId("zone-bad-pack"), server.Now, Actor.System, body, []), default));
    }
}
