using System.Text;
using System.Text.RegularExpressions;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Tests.Schema;
using ZoneFlow.Policies.WorkedCases;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests;

/// <summary>The walk of <c>your-province.md</c>, walked: its files are taken out of the page and put through what the commands do.</summary>
public sealed partial class YourProvinceTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", "your-province.md"));

    private static readonly (string Name, string Text)[] Blocks =
        [.. Yaml().Matches(Page).Select(m => m.Groups[1].Value).Select(t => (t[2..t.IndexOf('\n', StringComparison.Ordinal)], t))];

    private readonly string _folder = Directory.CreateTempSubdirectory("zoneflow-province-").FullName;

    [Fact]
    public void Check_BeforeTheMending_FindsWhatThePagePrintsAndNothingElse()
    {
        var reading = Pack(first: true);

        var finding = Assert.Single(Linter.Check(reading.Pack!, reading.Positions));
        Assert.Contains($"```text\n{finding}\n```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AfterTheMending_IsCleanAndPrintsTheCoverageOfThePage()
    {
        var reading = Pack(first: false);

        Assert.Empty(Linter.Check(reading.Pack!, reading.Positions));
        var coverage = Coverage.Of(reading).ToString().Split('\n');
        Assert.Contains($"```text\n{coverage[0]}\n{coverage[2]}\n```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_TheLife_GoesAsItExpects()
    {
        var problems = new ProblemList();
        var script = ScriptReader.Read(Last("life.yaml"), "life.yaml", problems);
        Assert.True(script is not null, problems.ToString());

        var wrong = ScriptRun.Run(script, "life.yaml", Pack(first: false).Pack!, ChinaCalendar.Today, _ => { });

        Assert.True(wrong is null, wrong?.ToString());
    }

    [Fact]
    public void Check_TheCases_HoldAsThePageSays()
    {
        const string file = "yearly-report.cases.yaml";
        File.WriteAllText(Path.Combine(_folder, file), Last(file));
        var reading = CaseFolder.Read(_folder);

        Assert.Empty(reading.Problems);
        Assert.All(reading.Cases, c => Assert.Null(CaseRun.Run(c, Pack(first: false).Pack!, ChinaCalendar.Today)));
        Assert.Contains($"cases (案例) {reading.Cases.Length} of {reading.Cases.Length} hold", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_StoresThePackByItsBytes()
    {
        var again = PackFolder.ReadFiles(PackBytes.Open(PackBytes.Of(Files(first: false))));

        Assert.Equal(Pack(first: false).Pack!.Revision, again.Pack!.Revision);
    }

    [Fact]
    public void TheFiles_ArePlainToAnEditorToo() => Assert.Empty(Files(first: false)
        .SelectMany(f => JsonSchema.OfPacks.Wrong(JsonSchema.OfPacks.Root, PackDocument.Typed(Encoding.UTF8.GetString(f.Value), f.Key), f.Key)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PackReading Pack(bool first)
    {
        var reading = PackFolder.ReadFiles(Files(first));
        Assert.True(reading.Pack is not null, string.Join('\n', reading.Problems));
        return reading;
    }

    private static Dictionary<string, byte[]> Files(bool first) => Blocks.Where(b => b.Name != "life.yaml" && !b.Name.EndsWith(".cases.yaml", StringComparison.Ordinal))
        .GroupBy(b => b.Name).ToDictionary(g => g.Key, g => Encoding.UTF8.GetBytes(first ? g.First().Text : g.Last().Text));

    private static string Last(string name) => Blocks.Last(b => b.Name == name).Text;

    [GeneratedRegex("```yaml\n(.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
