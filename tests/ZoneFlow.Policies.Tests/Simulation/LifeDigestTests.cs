using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Simulation;

/// <summary>
/// The journals kept beside the scripts are sentences for people. Here everything is held that a life decides and sends: each
/// entry to its last value, each mail with whom it goes to, when, and all that it is rendered from, each case's state and who may do
/// what on it, month by month. Kept anew with ZONEFLOW_GOLDEN, as the journals are; a pack's hash is left out, so that a comment in a
/// pack changes nothing.
/// </summary>
public sealed class LifeDigestTests
{
    private const string Kept = "digests.txt";

    [Theory]
    [MemberData(nameof(ShippedScriptTests.All), MemberType = typeof(ShippedScriptTests))]
    public void Run_AShippedScript_DecidesAndSendsWhatIsKept(string script)
    {
        var months = Months(script);
        var now = months.Select(m => $"{script} {m.Key} {m.Count()} {Digest(m)}").ToList();
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is { } folder)
        {
            var file = Path.Combine(folder, Kept);
            File.WriteAllLines(file, (File.Exists(file) ? Others(File.ReadLines(file), script) : []).Concat(now).Order(StringComparer.Ordinal).ToList());
            return;
        }

        var kept = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", Kept)).Where(l => Is(l, script)).ToHashSet(StringComparer.Ordinal);
        var other = months.Zip(now).FirstOrDefault(m => !kept.Contains(m.Second));
        Assert.True(other.First is null, $"{script} goes otherwise in {other.First?.Key}. It now says:\n{string.Join('\n', other.First ?? Enumerable.Empty<string>())}");
        Assert.Equal(kept.Count, now.Count);
    }

    private static IReadOnlyList<IGrouping<string, string>> Months(string name)
    {
        var pack = ShippedPacks.Load(name[..name.IndexOf('/', StringComparison.Ordinal)]).Pack!;
        var script = ScriptReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", name)), name, new ProblemList())!;
        var (world, wrong) = ScriptRun.Live(script, name, pack, ChinaCalendar.Today);
        Assert.True(wrong is null, $"{wrong}");
        var said = world.Log.Select(l => (l.Entry.At, Text: $"{l.Case} {Canonical.Text(l.Entry)}"))
            .Concat(world.Mails.Select(m => (At: m.NotBefore, Text: Canonical.Text(m)))).Concat(Standing(world));
        return [.. said.GroupBy(s => $"{s.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM}", s => s.Text.Replace(pack.Revision.Hash, "*", StringComparison.Ordinal)).OrderBy(m => m.Key, StringComparer.Ordinal)];
    }

    // How each case stands at the end of every month in which something was written, what each of the life's people is to it, and is offered in it.
    private static IEnumerable<(DateTimeOffset At, string Text)> Standing(World world)
    {
        var states = new Dictionary<CaseId, CaseState>();
        var people = world.Signals.Select(s => s.Actor).DistinctBy(Canonical.Text).ToList();
        foreach (var month in world.Log.GroupBy(l => l.Entry.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", null)))
        {
            foreach (var (id, entry) in month)
            {
                states[id] = Lifecycle.Apply(id, states.GetValueOrDefault(id), entry);
            }

            var at = month.Max(l => l.Entry.At);
            foreach (var id in month.Select(l => l.Case).Distinct())
            {
                yield return (at, Canonical.Text(states[id]));
            }

            foreach (var (actor, state) in people.SelectMany(p => states.Values.Select(s => (p, s))))
            {
                var offers = Offers.To(world.Rules, state, actor, at).Select(o => $"{o.Action}@{o.Procedure?.Id}:{o.Procedure?.Visit}");
                yield return (at, $"{state.Id} {actor.Person} {May.RelationOf(world.Rules.Policy, state, actor)} {string.Join(',', offers)}");
            }
        }
    }

    /// <summary>Sixteen hex digits that stand for texts in a kept file.</summary>
    internal static string Digest(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..16];

    private static IEnumerable<string> Others(IEnumerable<string> lines, string script) => lines.Where(l => !Is(l, script)).ToList();

    private static bool Is(string line, string script) => line.StartsWith($"{script} ", StringComparison.Ordinal);
}
