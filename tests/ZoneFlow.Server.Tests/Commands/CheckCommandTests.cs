using System.CommandLine;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Server.Commands;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("zoneflow-check-").FullName;

    [Fact]
    public async Task Checking_ShippedPack_IsCleanAndSaysWhatItRuns()
    {
        Assert.Equal(0, await RunAsync("check", "liaoning-2025"));
        Assert.Contains("executed (执行)", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(": error ", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"cases \(案例\) (\d+) of \1 hold", _output.ToString());
    }

    [Fact]
    public async Task Checking_PackWhoseTextMovedUnderItsCases_NamesTheCaseThatFails()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ShippedPacks.Folder, "liaoning-2025")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
        var duties = Path.Combine(_folder, "duties.yaml");
        await File.WriteAllTextAsync(duties, (await File.ReadAllTextAsync(duties)).Replace("within: 2mo", "within: 3mo", StringComparison.Ordinal));

        Assert.Equal(1, await RunAsync("check", _folder));
        Assert.Matches($@"{Path.Combine(_folder, "formal-plan.cases.yaml")}:\d+: error case-fails .*due formal-plan/once was to be 2025-07-21 and is 2025-08-20", _output.ToString());
    }

    [Fact]
    public async Task Checking_FolderWithADefect_NamesFileLineAndRule()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ShippedPacks.Folder, "liaoning-2025")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
        var form = Path.Combine(_folder, "form.yaml");
        var lines = await File.ReadAllLinesAsync(form);
        await File.WriteAllLinesAsync(form, lines.Where(l => !l.TrimStart().StartsWith("physical: {zh: 其中", StringComparison.Ordinal)));

        Assert.Equal(1, await RunAsync("check", _folder));
        Assert.Matches($@"{form}:\d+: error unasked-field .*第七条", _output.ToString());
    }

    [Fact]
    public async Task Checking_FolderThatIsNoPack_IsUnreadable()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "pack.yaml"), "pack: x\nwhat: is this\n");

        Assert.Equal(1, await RunAsync("check", _folder));
        Assert.Contains("pack.yaml:2: error unreadable", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_UnknownPack_Fails() => Assert.Equal(1, await RunAsync("check", "atlantis-1"));

    [Fact]
    public async Task Checking_Nothing_IsBadUsage()
    {
        Assert.Equal(2, await RunAsync("check"));
        Assert.NotEmpty(_errors.ToString());
        Assert.Empty(_output.ToString());
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync(params string[] args) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
}
