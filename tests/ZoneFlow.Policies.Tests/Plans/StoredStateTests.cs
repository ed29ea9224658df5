using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Tests.Rows;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Plans;

/// <summary>What of a plan is stored as its state: little, however long nobody answers, and read back as it was.</summary>
public sealed class StoredStateTests
{
    private const int MostBytes = 8 * 1024;

    public static TheoryData<string, string> Scripts => new()
    {
        { "shenyang-2020", "programme" }, { "shenyang-2020", "reporting" }, { "xuzhou-quanshan-2024", "programme" }, { "xuzhou-quanshan-2024", "not-done" }, { "liaoning-2025", "plan-ledger" },
        { "beijing-2023", "recognition" },
    };

    [Fact]
    public void Shenyang_WithNoRoundAnsweredForAYear_StaysUnderEightKilobytes()
    {
        var state = Shenyang.Opened().Activated().Until("2021-12-31").State;

        Assert.True(state.Procedures.Count(p => p.Occurrence?.StartsWith("progress/", StringComparison.Ordinal) == true) > 30);
        Assert.InRange(JournalText.Write(state).Length, 1, MostBytes);
        ReadBack(state);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void State_OfAScriptedLifeAtEachStep_IsReadBackAsItWas(string pack, string script)
    {
        var (policy, file) = (ShippedPacks.Load(pack).Pack!, Path.Combine(AppContext.BaseDirectory, "Scripts", pack, $"{script}.yaml"));
        var read = ScriptReader.Read(File.ReadAllText(file), file, new ProblemList())!;
        var (world, wrong) = ScriptRun.Live(read, file, policy, ChinaCalendar.Today);

        Assert.Null(wrong);
        foreach (var id in world.Cases.Select(c => c.Id))
        {
            CaseState? state = null;
            foreach (var entry in world.Journal(id))
            {
                state = Lifecycle.Apply(id, state, entry);
                ReadBack(state);
            }
        }
    }

    private static void ReadBack(CaseState state) => Assert.Equal(Canonical.Text(state), Canonical.Text(JournalText.ReadState(JournalText.Write(state))));
}
