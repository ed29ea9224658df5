using System.Text;
using System.Text.Json.Nodes;
using ZoneFlow.Core.Cases;
using ZoneFlow.Faults.Planted;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults.Histories;

/// <summary>
/// Lives as releases wrote them: pack, script and the journal's exact bytes. Every later build reads them, folds them, and decides
/// them again to the same bytes. 1.0 is what is being made: until it goes out its lives are written anew with ZONEFLOW_HISTORIES=1;
/// those before it are never touched.
/// </summary>
public sealed class HistoryTests
{
    // The last notice that 1.0 knew.
    private const string Known = "2025-12-31";

    private const string Present = "1.0";

    public static TheoryData<string, string> Lives
    {
        get
        {
            var lives = new TheoryData<string, string>();
            foreach (var script in (string[])["objection", "operation", "rectified", "revocation"])
            {
                lives.Add("0.9", script);
                lives.Add(Present, script);
            }

            return lives;
        }
    }

    private static string Kept(string release) => Path.Combine(Planting.Repository, "tests", "Histories", release);

    [Theory]
    [MemberData(nameof(Lives))]
    public void AJournalOfARelease_IsReadFoldedAndDecidedAgainToTheSameBytes(string release, string script)
    {
        if (release == Present && Environment.GetEnvironmentVariable("ZONEFLOW_HISTORIES") is not null)
        {
            Write(script);
        }

        var lines = File.ReadAllLines(Path.Combine(Kept(release), $"{script}.journal"));
        var (states, told) = (new Dictionary<string, CaseState?>(StringComparer.Ordinal), new List<string>());
        foreach (var line in lines)
        {
            var (id, text) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            var entry = JournalText.Read(Encoding.UTF8.GetBytes(text));
            states[id] = Lifecycle.Apply(new CaseId(id), states.GetValueOrDefault(id), entry);
            var now = Encoding.UTF8.GetString(JournalText.Write(entry));
            Assert.Equal(text, release == Present ? now : text);
            told.Add($"{id}\t{now}");
        }

        var pack = PackFolder.ReadFiles(PackBytes.Open(File.ReadAllBytes(Path.Combine(Kept(release), "liaoning-2025.pack")))).Pack!;
        Assert.All(states.Values, s => Assert.Equal(pack.Revision, s!.Pack));
        var again = Lived(pack, File.ReadAllText(Path.Combine(Kept(release), $"{script}.yaml")));
        if (release == Present)
        {
            Assert.Equal(lines, again);
        }
        else
        {
            Assert.Equal(told.Select(Common), again.Select(Common));
        }
    }

    // What a decision of 0.9 did not say and one of today says: a letter names its issuer and the entries of its list, a plan the
    // procedure that it came in. Everything else is decided as it was.
    private static string Common(string line)
    {
        var entry = JsonNode.Parse(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])!;
        foreach (var change in entry["changes"]!.AsArray())
        {
            switch ((string?)change!["did"])
            {
                case "letter-issued":
                    change["values"]!.AsObject().Remove("issuer");
                    change["values"]!.AsObject().Remove("entries");
                    break;
                case "plan-adopted":
                    change.AsObject().Remove("procedure");
                    break;
            }
        }

        return entry.ToJsonString();
    }

    private static List<string> Lived(Core.Policies.Pack pack, string script)
    {
        var problems = new ProblemList();
        var lines = new List<string>();
        var wrong = ScriptRun.Run(
            ScriptReader.Read(script, "script", problems)!, "script", pack, ChinaCalendar.AsOf(Known),
            told => lines.Add($"{told.Case}\t{Encoding.UTF8.GetString(JournalText.Write(told.Entry))}"));
        Assert.True(wrong is null, $"{wrong}");
        return lines;
    }

    private static void Write(string script)
    {
        var folder = Path.Combine(ShippedPacks.Folder, "liaoning-2025");
        File.WriteAllBytes(Path.Combine(Kept(Present), "liaoning-2025.pack"), PackBytes.Of(PackFolder.FilesOf(folder)));
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", "liaoning-2025", $"{script}.yaml"));
        File.WriteAllText(Path.Combine(Kept(Present), $"{script}.yaml"), text);
        File.WriteAllLines(Path.Combine(Kept(Present), $"{script}.journal"), Lived(ShippedPacks.Load("liaoning-2025").Pack!, text));
    }
}
