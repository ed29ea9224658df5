using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class PlanPackTests
{
    [Theory]
    [InlineData("shenyang-2020")]
    [InlineData("xuzhou-quanshan-2024")]
    public void Check_APlan_FindsNothing(string name)
    {
        var reading = ShippedPacks.Load(name);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        Assert.Empty(Linter.Check(reading.Pack!, reading.Positions));
    }

    [Fact]
    public void Of_Shenyang_ExecutesEveryTaskAndSafeguard()
    {
        var coverage = Coverage.Of(ShippedPacks.Load("shenyang-2020"));

        string[] sections = ["二(一)1", "二(一)2", "二(一)3", "二(一)4", "二(二)5", "二(二)6", "二(二)7", "二(三)8", "二(三)9", "二(三)10", "二(三)11",
            "二(四)12", "二(四)13", "二(四)14", "二(五)15", "二(五)16", "二(五)17", "二(五)18", "二(五)19", "二(五)20", "三(一)", "三(二)", "三(三)", "三(四)", "三(五)", "一(三)"];
        Assert.Empty(sections.Except(coverage.Executed).Except(coverage.InPart));
        Assert.Equal(["一(一)", "一(二)"], coverage.TextOnly.AsEnumerable());
    }
}
