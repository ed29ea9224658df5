using System.CommandLine;
using System.Text.Json;
using ZoneFlow.Server.Commands;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Bench;

/// <summary>Every workload at a small size. Only a broken invariant fails it, which the workload throws at; no time does.</summary>
public sealed class BenchCommandTests
{
    private static readonly string[] Workloads =
        RunSize.Full ? ["deadline", "decide", "http", "idle", "latency", "pages", "plans", "portfolio", "steps", "timers", "upload"] : ["steps"];

    [Fact]
    public async Task Bench_OfEveryWorkload_RunsAndNamesItsFigures()
    {
        using var output = new StringWriter();
        var code = await ZoneFlowCommand.RunAsync(
            ZoneFlowCommand.Build(), RunSize.Full ? ["bench", "all", "--small", "--json"] : ["bench", "steps", "--zones", "20", "--rounds", "4", "--json"],
            new InvocationConfiguration { Output = output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });

        var sets = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(0, code);
        Assert.Equal(
            Workloads,
            sets.Select(s => s.GetProperty("workload").GetString()!).Distinct().Order(StringComparer.Ordinal));
        var steps = sets.Single(s => s.GetProperty("workload").GetString() == "steps");
        Assert.True(steps.GetProperty("effectsRun").GetInt32() > 0);
        Assert.All(sets, s => Assert.All(
            s.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Number), f => Assert.True(f.Value.GetDouble() >= 0, f.Name)));
    }

    [Theory]
    [InlineData("--zones", "0")]
    [InlineData("--zones", "many")]
    public async Task Bench_WithSizesThatAreNone_IsBadUsage(string option, string value)
    {
        using var errors = new StringWriter();
        var code = await ZoneFlowCommand.RunAsync(
            ZoneFlowCommand.Build(), ["bench", "steps", option, value], new InvocationConfiguration { Output = TextWriter.Null, Error = errors });

        Assert.Equal(2, code);
        Assert.Contains("whole number", errors.ToString(), StringComparison.Ordinal);
    }
}
