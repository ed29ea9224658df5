using System.CommandLine;
using System.Text.Json;
using ZoneFlow.Server.Commands;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class SimulateCommandTests
{
    private static readonly string Operation = Path.Combine(AppContext.BaseDirectory, "Scripts", "liaoning-2025", "operation.yaml");

    [Fact]
    public async Task Simulate_AScriptThatGoesAsWritten_PrintsOneLineForEachThingThatHappened()
    {
        var (code, output, errors) = await Run("--policy", "liaoning-2025", "--script", Operation);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("2027-06-28 10:00  zone  状态由“建设期”变为“运行期”。", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Json_PrintsAnObjectALine()
    {
        var (code, output, _) = await Run("--policy", "liaoning-2025", "--script", Operation, "--json");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("CaseOpened", lines[0].GetProperty("did").GetString());
        Assert.Equal("2025-05-06T10:00:00+08:00", lines[0].GetProperty("at").GetString());
    }

    [Fact]
    public async Task Simulate_AScriptThatGoesOtherwise_AnswersOneAndSaysWhere()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "life.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Operation)).Replace("standing: operating", "standing: revoked", StringComparison.Ordinal));

        var (code, _, errors) = await Run("--policy", "liaoning-2025", "--script", file);

        Assert.Equal(1, code);
        Assert.Contains("was expected to be 'revoked' and is 'operating'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Compare_SetsTheTwoLivesBesideEachOther()
    {
        var (code, output, errors) = await Run("--policy", "liaoning-2025", "--script", Operation, "--compare", "liaoning-2025");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("建设期满日", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n').Count(l => l.EndsWith("不同 different: 0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Simulate_CompareAsJson_IsOneObject()
    {
        var (_, output, _) = await Run("--policy", "liaoning-2025", "--script", Operation, "--compare", "liaoning-2025", "--json");

        Assert.True(JsonDocument.Parse(output).RootElement.GetProperty("dates")[0].GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task Simulate_Explore_SaysWhatTheWalkCameTo()
    {
        var (code, output, errors) = await Run("--policy", "liaoning-2025", "--explore", "--bound", "300");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("states: 300（到达上限 bound reached）", output, StringComparison.Ordinal);
        Assert.Contains("停滞 stuck: 0", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--explore --script x.yaml", "either --script FILE or --explore")]
    [InlineData("--explore --seed 3", "go with --script")]
    [InlineData("--explore --bound 0", "--bound is from 1")]
    public async Task Simulate_OptionsThatDoNotGoTogether_AnswersTwo(string args, string message)
    {
        var (code, _, errors) = await Run(["--policy", "liaoning-2025", .. args.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere-2025", true, "There is no pack 'nowhere-2025'")]
    [InlineData("liaoning-2025", false, "There is no file")]
    [InlineData("liaoning-2025", null, "--script")]
    public async Task Simulate_BadUsage_AnswersTwo(string policy, bool? script, string message)
    {
        string[] args = script is null ? ["--policy", policy] : ["--policy", policy, "--script", script.Value ? Operation : "missing.yaml"];

        var (code, output, errors) = await Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await ZoneFlowCommand.RunAsync(
            ZoneFlowCommand.Build(), ["simulate", .. args], new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
