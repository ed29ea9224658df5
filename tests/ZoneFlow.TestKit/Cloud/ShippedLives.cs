using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>Every life script of the packs that ship.</summary>
public static class ShippedLives
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    public static TheoryData<string> All => [.. Names];

    /// <summary>The first life of each pack.</summary>
    public static TheoryData<string> OneOfEach => [.. Names.DistinctBy(name => name[..name.IndexOf('/', StringComparison.Ordinal)])];

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Scripts, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Scripts, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static (Script Script, Pack Pack, World World) Live(string name)
    {
        var pack = ShippedPacks.Load(name[..name.IndexOf('/', StringComparison.Ordinal)]).Pack!;
        var problems = new ProblemList();
        var script = ScriptReader.Read(File.ReadAllText(Path.Combine(Scripts, name)), name, problems);
        Assert.True(script is not null, problems.ToString());
        var (world, wrong) = ScriptRun.Live(script, name, pack, ChinaCalendar.Today);
        Assert.True(wrong is null, $"{wrong}");
        return (script, pack, world);
    }
}
