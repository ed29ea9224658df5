using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

public sealed class ShippedPackTests
{
    [Fact]
    public void Load_EveryShippedPack_ReadsWithoutAProblem()
    {
        Assert.NotEmpty(ShippedPacks.Names);
        foreach (var name in ShippedPacks.Names)
        {
            var reading = ShippedPacks.Load(name);
            Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));
            Assert.NotNull(reading.Pack);
        }
    }
}
