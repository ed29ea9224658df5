using System.CommandLine;
using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Calendars;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class PolicyCommandTests : IDisposable
{
    private static readonly (string, string)[] Renamed = [("to: review}", "to: first-review}"), ("      review:\n", "      first-review:\n"), ("within: 10wd", "within: 12wd")];

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly TemporaryFolder _folder = new();

    private string Output => _output.ToString();

    private string Errors => _errors.ToString();

    [Fact]
    public async Task Diff_OfTwoFolders_SaysWhatChanged()
    {
        var (was, now) = (Folder("was"), Folder("now", Renamed[2]));
        Assert.Equal(1, await RunAsync("policy", "diff", was, now));
        Assert.Contains("由“10个工作日”改为“12个工作日”", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("policy", "diff", was, was));
        Assert.Equal(0, await RunAsync("policy", "diff", "liaoning-2025", "liaoning-2025"));
        Assert.Equal(1, await RunAsync("policy", "diff", was, "atlantis-1"));
        Assert.Equal(2, await RunAsync("policy", "diff", was));
    }

    [Fact]
    public async Task Publish_OfAPackWithADefect_IsRefusedWithItsFindings()
    {
        await OfficeAsync();
        Assert.Equal(1, await RunAsync("policy", "publish", Folder("bad", ("ask-again: 30d, default: X-1", "ask-again: 30d")), "--data", _folder["data"]));
        Assert.Matches(@"small\.yaml:\d+: error ", Errors);
        Assert.Equal(1, await RunAsync("policy", "publish", _folder["nowhere"], "--data", _folder["data"]));
    }

    [Fact]
    public async Task Publish_OfANewRevision_IsForNewCasesAloneAndStaysAfterARestart()
    {
        var old = await OfficeAsync("zone-1");
        Assert.Equal(0, await RunAsync("policy", "publish", Folder("next", Renamed), "--data", _folder["data"]));
        Assert.Contains("已发布small-2019@", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("policy", "publish", _folder["next"], "--data", _folder["data"]));
        Assert.Contains("已在使用", Output, StringComparison.Ordinal);

        await using var installation = await Installation.OpenAsync(_folder["data"], default);
        var office = (await installation.Service<Runtime.Shell.Cases>().FindAsync(new CaseId("office"), default))!.Value.State.Office!;
        Assert.Equal(SmallPack.Read(Renamed).Pack!.Revision, office.Packs["small-2019"]);
        Assert.Equal(old, (await installation.Service<Runtime.Shell.Cases>().FindAsync(new CaseId("zone-1"), default))!.Value.State.Pack.Hash);
    }

    [Fact]
    public async Task Migrate_OfARunningCase_IsShownThenDoneAndJournalledOrRefusedWithTheReason()
    {
        await OfficeAsync("zone-1", "zone-2");
        var data = _folder["data"];
        Assert.Equal(0, await RunAsync("policy", "publish", Folder("next", Renamed), "--data", data));

        Assert.Equal(1, await RunAsync("policy", "migrate", "--to", "small-2019", "--data", data));
        Assert.Contains("designation/review: 环节“designation/review”在新版本中没有对应项", Output, StringComparison.Ordinal);
        Assert.Contains("已换0件，未换2件", Output, StringComparison.Ordinal);

        var map = _folder["map.yaml"];
        await File.WriteAllTextAsync(map, "stages: {designation/review: first-review}\nretime: [designation/review]\n");
        Assert.Equal(0, await RunAsync("policy", "migrate", "--to", "small-2019", "--map", map, "--dry-run", "--data", data));
        Assert.Contains("期限 2026-01-19 → 2026-01-21", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("policy", "migrate", "--to", "small-2019", "--map", map, "--case", "N-zone-1", "--data", data));
        Assert.Contains("已换1件", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("policy", "migrate", "--to", "small-2019", "--map", map, "--data", data));
        Assert.Contains("N-zone-2", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("N-zone-1", Output, StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("policy", "migrate", "--to", "small-2019", "--case", "N-none", "--data", data));

        await using var installation = await Installation.OpenAsync(data, default);
        var state = (await installation.Service<Runtime.Shell.Cases>().FindAsync(new CaseId("zone-1"), default))!.Value.State;
        Assert.Equal(("first-review", new DateOnly(2026, 1, 21)), (state.Procedures.Single().Stage, state.Procedures.Single().Due!.Last));
        Assert.Equal(SmallPack.Read(Renamed).Pack!.Revision, state.Pack);
    }

    [Theory]
    [InlineData("stages: [designation/review]\n", @"map\.yaml:1: ")]
    [InlineData("stage: {designation/review: notice}\n", @"map\.yaml:1: .*no key 'stage'")]
    [InlineData("flags: {a: c, b: c}\n", @"map\.yaml:1: .*two names")]
    public async Task Migrate_WithABadMap_NamesTheLine(string map, string says)
    {
        await OfficeAsync();
        await File.WriteAllTextAsync(_folder["map.yaml"], map);
        Assert.Equal(1, await RunAsync("policy", "migrate", "--to", "small-2019", "--map", _folder["map.yaml"], "--data", _folder["data"]));
        Assert.Matches(says, Errors);
    }

    [Fact]
    public async Task Migrate_ToNoRevision_IsSaid()
    {
        await OfficeAsync();
        Assert.Equal(1, await RunAsync("policy", "migrate", "--to", "atlantis", "--data", _folder["data"]));
        Assert.Contains("small-2019@", Errors, StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("policy", "migrate", "--data", _folder["data"]));
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    private async Task<string> OfficeAsync(params string[] zones)
    {
        await using var office = await SmallOffice.OpenAsync(_folder["data"], "2026-01-01", "2026-01-05");
        foreach (var zone in zones)
        {
            await office.AppliedAsync(zone);
        }

        await office.StopAsync();
        return office.Pack.Revision.Hash;
    }

    private string Folder(string name, params (string, string)[] changes)
    {
        Directory.CreateDirectory(_folder[name]);
        SmallPack.Write(_folder[name], changes);
        return _folder[name];
    }

    private Task<int> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        return ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
    }
}
