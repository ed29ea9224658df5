using System.Text;
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
/// them again to the same bytes. Until the first release goes out they are written anew with ZONEFLOW_HISTORIES=1; after that, never.
/// </summary>
public sealed class HistoryTests
{
    // The last notice that 1.0 knew.
    private const string Known = "2025-12-31";

    private static readonly string Kept = Path.Combine(Planting.Repository, "tests", "Histories", "1.0");

    public static TheoryData<string> Scripts => ["objection", "operation", "rectified", "revocation"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void AJournalOfARelease_IsReadFoldedAndDecidedAgainToTheSameBytes(string script)
    {
        if (Environment.GetEnvironmentVariable("ZONEFLOW_HISTORIES") is not null)
        {
            Write(script);
        }

        var lines = File.ReadAllLines(Path.Combine(Kept, $"{script}.journal"));
        var states = new Dictionary<string, CaseState?>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (id, text) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            var entry = JournalText.Read(Encoding.UTF8.GetBytes(text));
            states[id] = Lifecycle.Apply(new CaseId(id), states.GetValueOrDefault(id), entry);
            Assert.Equal(text, Encoding.UTF8.GetString(JournalText.Write(entry)));
        }

        var pack = PackFolder.ReadFiles(PackBytes.Open(File.ReadAllBytes(Path.Combine(Kept, "liaoning-2025.pack")))).Pack!;
        Assert.All(states.Values, s => Assert.Equal(pack.Revision, s!.Pack));
        Assert.Equal(lines, Lived(pack, File.ReadAllText(Path.Combine(Kept, $"{script}.yaml"))));
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
        File.WriteAllBytes(Path.Combine(Kept, "liaoning-2025.pack"), PackBytes.Of(PackFolder.FilesOf(folder)));
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", "liaoning-2025", $"{script}.yaml"));
        File.WriteAllText(Path.Combine(Kept, $"{script}.yaml"), text);
        File.WriteAllLines(Path.Combine(Kept, $"{script}.journal"), Lived(ShippedPacks.Load("liaoning-2025").Pack!, text));
    }
}
