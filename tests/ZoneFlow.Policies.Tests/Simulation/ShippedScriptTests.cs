using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Simulation;

/// <summary>
/// Every script that ships is lived and its journal compared with the one kept. Run with ZONEFLOW_GOLDEN set to the folder of
/// the kept journals to write them anew, and read the difference before committing it.
/// </summary>
public sealed class ShippedScriptTests
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Scripts, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Scripts, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<object[]> Some => RunSize.Of(9, All);

    [Theory]
    [MemberData(nameof(All))]
    public void Run_AShippedScript_WritesTheJournalThatIsKept(string script)
    {
        var journal = Lived(script);
        var kept = $"{script.Replace('/', '.')}.txt";
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, kept), journal);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", kept)), journal);
    }

    [Theory]
    [MemberData(nameof(Some))]
    public void Run_TheSameScriptTwice_WritesTheSame(string script) => Assert.Equal(Lived(script), Lived(script));

    private static string Lived(string name)
    {
        var pack = ShippedPacks.Load(name[..name.IndexOf('/', StringComparison.Ordinal)]).Pack!;
        var problems = new ProblemList();
        var script = ScriptReader.Read(File.ReadAllText(Path.Combine(Scripts, name)), name, problems);
        Assert.True(script is not null, problems.ToString());

        var lines = new List<string>();
        var wrong = ScriptRun.Run(script, name, pack, ChinaCalendar.Today, told => lines.AddRange(told.Entry.Changes.Select(
            change => $"{told.Entry.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {told.Case} {Narration.Of(pack, change)}")), checksFolds: true);

        Assert.True(wrong is null, $"{wrong}\n{string.Join('\n', lines.TakeLast(5))}");
        return string.Join('\n', lines) + "\n";
    }
}
