using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.WorkedCases;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.WorkedCases;

/// <summary>Every worked case beside every shipped pack, one test each.</summary>
public sealed class ShippedCaseTests
{
    private static readonly Dictionary<string, CaseReading> Readings =
        ShippedPacks.Names.ToDictionary(n => n, n => CaseFolder.Read(Path.Combine(ShippedPacks.Folder, n)), StringComparer.Ordinal);

    public static TheoryData<string> Packs => [.. ShippedPacks.Names];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (pack, worked) in Readings.SelectMany(r => r.Value.Cases, (r, c) => (r.Key, c)))
            {
                all.Add(pack, worked.ToString());
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Read_CasesOfAShippedPack_HaveNoProblem(string pack) => Assert.Empty(Readings[pack].Problems);

    [Theory]
    [InlineData("liaoning-2025", 50)]
    [InlineData("jilin-2018", 30)]
    [InlineData("beijing-2023", 30)]
    [InlineData("xuzhou-quanshan-2024", 15)]
    [InlineData("shenyang-2020", 15)]
    public void Read_AShippedPack_HasCases(string pack, int least) => Assert.True(Readings[pack].Cases.Length >= least, $"{Readings[pack].Cases.Length}");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_AWorkedCase_HoldsUnderItsPack(string pack, string worked)
    {
        var wrong = CaseRun.Run(Readings[pack].Cases.Single(c => c.ToString() == worked), ShippedPacks.Load(pack).Pack!, ChinaCalendar.Today);

        Assert.True(wrong is null, wrong?.ToString());
    }
}
