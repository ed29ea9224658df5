using System.CommandLine;
using ZoneFlow.Server.Commands;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>The command that archives, before it has anything to archive.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    private readonly TemporaryFolder _files = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _files.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("--dry-run --apply --to x")]
    [InlineData("--apply")]
    [InlineData("--dry-run --to x")]
    public async Task Command_WithoutOneOfTheTwo_IsRefused(string args) =>
        Assert.Equal(2, await RunAsync(["archive", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", _files["nowhere"]]));

    [Fact]
    public async Task Command_WhereThereIsNoInstallation_SaysSo()
    {
        Assert.Equal(1, await RunAsync("archive", "--dry-run", "--data", _files["nowhere"]));
        Assert.NotEmpty($"{_errors}");
        Assert.False(Directory.Exists(_files["nowhere"]));
    }

    private Task<int> RunAsync(params string[] args) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = TextWriter.Null, Error = _errors });
}
