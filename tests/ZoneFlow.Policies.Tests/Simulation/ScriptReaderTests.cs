using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Simulation;

public sealed class ScriptReaderTests
{
    private const string Opening = """
        start: 2025-05-06
        parties:
          body: {role: zone-body}
        steps:
        - {actor: body, open: zone, title: 甲, region: 沈阳市}

        """;

    [Theory]
    [InlineData("- {actor: nobody, do: submit}", "There is no party 'nobody'")]
    [InlineData("- {actor: body, do: submit, attests: all}", "has no key 'attests'")]
    [InlineData("- {actor: body}", "A step says one of")]
    [InlineData("- {until: 2025-02-30}", "'2025-02-30' is no date")]
    [InlineData("- {at: tomorrow, actor: body, do: submit}", "'tomorrow' is no date")]
    [InlineData("- {actor: body, score: many}", "A score is a number")]
    [InlineData("- {expect: {standing: drafting, flag: held}}", "has no key 'flag'")]
    public void Read_AWrongStep_SaysWhatIsWrongOnItsLine(string step, string message)
    {
        var problems = new ProblemList();

        Assert.Null(ScriptReader.Read(Opening + step, "life.yaml", problems));

        var problem = Assert.Single(problems.Items);
        Assert.Equal(6, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- {actor: body, do: submit}", "Refused (documents-missing)", "files: []")]
    [InlineData("- {actor: body, do: submit}\n- {expect-refusal: guard}", "Refused (form-incomplete)", "")]
    [InlineData("- {actor: body, do: withdraw, reason: 不报了}\n- {expect-refusal: guard}", "was to be refused (guard)", "")]
    [InlineData("- {expect: {standing: applying}}", "expected to be 'applying' and is 'drafting'", "")]
    [InlineData("- {expect: {case: other, standing: applying}}", "There is no case 'other'", "")]
    [InlineData("- {until: 2025-06-01}\n- {at: 2025-05-20, actor: body, do: submit}", "The clock is already at", "")]
    [InlineData("- {actor: body, fill: {physical: many}}", "not in a correct format", "")]
    public void Run_AStepThatGoesOtherwise_StopsAndSaysSo(string steps, string message, string with)
    {
        var problems = new ProblemList();
        var text = Opening + (with.Length > 0 ? steps.Replace("submit}", $"submit, {with}}}", StringComparison.Ordinal) : steps);
        var script = ScriptReader.Read(text, "life.yaml", problems);
        Assert.True(script is not null, problems.ToString());

        var wrong = ScriptRun.Run(script, "life.yaml", ShippedPacks.Load("liaoning-2025").Pack!, ChinaCalendar.Today, _ => { });

        Assert.Contains(message, wrong?.Message, StringComparison.Ordinal);
    }
}
