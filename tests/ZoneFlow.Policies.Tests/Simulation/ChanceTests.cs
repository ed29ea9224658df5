using System.Diagnostics;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;
using Xunit.Abstractions;

namespace ZoneFlow.Policies.Tests.Simulation;

public sealed class ChanceTests(ITestOutputHelper output)
{
    private const string Life = """
        start: 2025-05-06
        seed: 7
        parties:
          body: {role: zone-body}
          city: {role: city, region: 沈阳市}
          province: {role: province}
          expert: {role: expert}
        steps:
        - {actor: body, open: zone, title: 甲, region: 沈阳市}
        - {after: 1wd..30wd, actor: body, fill: {}}
        - {after: 2wd, actor: body, do: submit}
        - {wait: 3d}
        - {after: 1d, actor: city, do: [recommend, return], reason: 材料}
        - {by-chance: 2035-05-06, pace: 1d..20d, except: [withdraw, decline, refuse, uphold, decide-on-none, drop, fail, open-revocation]}
        """;

    [Fact]
    public void Run_WithTheSameSeed_LivesTheSameLife_WithAnotherAnother()
    {
        Assert.Equal(Lived(null), Lived(7));
        Assert.True(Enumerable.Range(1, 5).Select(s => Lived(s)).Distinct().Count() > 3);
    }

    [Fact]
    public void Run_TenYearsOfOneZone_TakesWellUnderASecond()
    {
        var before = Lived(7);
        var clock = Stopwatch.StartNew();
        var journal = Lived(7);

        Assert.Equal(before, journal);
        output.WriteLine($"{journal.Split('\n')[^1][..10]}: {journal.Count(c => c == '\n')} things in {clock.Elapsed.TotalMilliseconds:0} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("- {after: 5wd..2wd, actor: body, do: submit}", "is no length of time")]
    [InlineData("- {after: 1d..2wd, actor: body, do: submit}", "is no length of time")]
    [InlineData("- {after: 1d, at: 2025-06-01, actor: body, do: submit}", "either 'at' or 'after'")]
    [InlineData("- {wait: soon}", "is no length of time")]
    public void Read_AWrongLength_SaysSo(string step, string message)
    {
        var problems = new ProblemList();

        Assert.Null(ScriptReader.Read($"{Life}\n{step}", "life.yaml", problems));
        Assert.Contains(problems.Items, p => p.Message.Contains(message, StringComparison.Ordinal));
    }

    private static string Lived(int? seed)
    {
        var problems = new ProblemList();
        var script = ScriptReader.Read(Life, "life.yaml", problems);
        Assert.True(script is not null, problems.ToString());
        var journal = new List<string>();
        var wrong = ScriptRun.Run(script, "life.yaml", ShippedPacks.Load("liaoning-2025").Pack!, ChinaCalendar.Today,
            e => journal.Add($"{e.Entry.At:O} {e.Case} {Canonical.Text(e.Entry.Changes.Select(c => c.GetType().Name))}"), seed);
        Assert.True(wrong is null, wrong?.ToString());
        return string.Join('\n', journal);
    }
}
