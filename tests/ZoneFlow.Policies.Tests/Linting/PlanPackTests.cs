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
}
