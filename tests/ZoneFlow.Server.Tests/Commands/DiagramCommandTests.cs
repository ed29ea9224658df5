using System.CommandLine;
using System.Xml.Linq;
using ZoneFlow.Server.Commands;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class DiagramCommandTests
{
    [Fact]
    public async Task Diagram_WithoutAProcedure_IsTheOverviewInMermaid()
    {
        var (code, output, errors) = await Run("liaoning-2025");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("flowchart TD", output, StringComparison.Ordinal);
        Assert.Contains("n-duty-annual-report -.-> n-annual-report", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagram_Svg_IsADrawingOfASheet()
    {
        var (code, output, _) = await Run("liaoning-2025", "--format", "svg", "--procedure", "ending");

        Assert.Equal(0, code);
        Assert.Equal("210mm", XDocument.Parse(output).Root!.Attribute("width")!.Value);
    }

    [Theory]
    [InlineData("There is no pack 'nowhere'", "nowhere")]
    [InlineData("There is no procedure 'nothing'", "liaoning-2025", "--procedure", "nothing")]
    [InlineData("png", "liaoning-2025", "--format", "png")]
    public async Task Diagram_BadUsage_AnswersTwo(string message, params string[] args)
    {
        var (code, output, errors) = await Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await ZoneFlowCommand.RunAsync(
            ZoneFlowCommand.Build(), ["diagram", .. args], new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
