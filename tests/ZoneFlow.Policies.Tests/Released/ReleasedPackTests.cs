using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Released;

/// <summary>
/// Cases live for years under the pack they began with, so every pack that a release has shipped must go on being read and lived.
/// One folder a pack, in it one folder a revision named by its hash, with <c>pack</c> and <c>scripts</c>: never edited, only added to.
/// </summary>
public sealed class ReleasedPackTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Released");

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var revision in Directory.EnumerateDirectories(Folder).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal))
            {
                all.Add(Path.GetFileName(Path.GetDirectoryName(revision)!), Path.GetFileName(revision));
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pack_OfARelease_ReadsUnderItsOldHashAndIsSound(string pack, string hash)
    {
        var reading = PackFolder.Read(Path.Combine(Folder, pack, hash, "pack"));

        Assert.Empty(reading.Problems);
        Assert.Equal((pack, hash), (reading.Pack!.Id, reading.Pack.Revision.Hash));
        // A gap in a letter that a later release of the lint finds harms no case that lives under the pack, and what is public and how long it is kept is the latest revision's to say.
        Assert.DoesNotContain(Linter.Check(reading.Pack, reading.Positions), f => f.Severity == Severity.Error && f.Rule is not ("letter-gap" or "public-unsaid" or "keep-unsaid"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pack_OfARelease_IsLivedAsItsScriptsSay(string pack, string hash)
    {
        var policy = PackFolder.Read(Path.Combine(Folder, pack, hash, "pack")).Pack!;
        var scripts = Directory.GetFiles(Path.Combine(Folder, pack, hash, "scripts"), "*.yaml");
        Assert.NotEmpty(scripts);
        foreach (var file in scripts)
        {
            var problems = new ProblemList();
            var script = ScriptReader.Read(File.ReadAllText(file), file, problems);
            Assert.True(script is not null, problems.ToString());
            Assert.Contains(script.Steps, s => s is ScriptStep.Expect);
            var entries = 0;
            Assert.Null(ScriptRun.Run(script, file, policy, ChinaCalendar.Today, _ => entries++));
            Assert.True(entries > 20, $"{file} wrote {entries} entries.");
        }
    }
}
