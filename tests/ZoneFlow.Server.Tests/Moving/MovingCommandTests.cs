using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Tests.Calendars;

namespace ZoneFlow.Server.Tests.Moving;

/// <summary><c>export --all</c> and <c>import</c> as they are typed.</summary>
public sealed class MovingCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Import_IntoANewFolder_TakesAllInAndPrintsTheSameHeads_AndRefusesOneThatIsLivedIn()
    {
        await using (var office = await SmallOffice.OpenAsync(_folder["data"], "2026-01-01", "2026-01-05"))
        {
            await office.AppliedAsync("zone-1");
            await office.Services.GetRequiredService<IDocumentStore>().PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("application")), 1_000, default);
        }

        Assert.Equal(0, await RunAsync("export", "--all", _folder["all.zip"], "--data", _folder["data"]));
        var heads = Taken();
        Assert.Matches("heads [0-9a-f]{64}", heads);

        Assert.Equal(0, await RunAsync("import", _folder["all.zip"], "--data", _folder["new"]));
        Assert.Equal(heads, Taken());
        Assert.Equal(0, await RunAsync("export", "--all", _folder["again.zip"], "--data", _folder["new"]));
        Assert.Equal(heads, Taken());

        Assert.Equal(1, await RunAsync("import", _folder["all.zip"], "--data", _folder["new"]));
        Assert.Contains("已有数据", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("export", "--all", _folder["none.zip"], "--data", _folder["nowhere"]));
        await using var moved = await SmallOffice.OpenAsync(_folder["new"], "2026-01-01", "2026-01-05");
        Assert.Equal("review", (await moved.StateAsync("zone-1")).Procedures.Single().Stage);
    }

    private string Taken()
    {
        var text = _output.ToString();
        _output.GetStringBuilder().Clear();
        return text;
    }

    private Task<int> RunAsync(params string[] arguments) =>
        ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), arguments, new InvocationConfiguration { Output = _output, Error = _errors });
}
