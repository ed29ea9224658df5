using ZoneFlow.Faults.Living;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults;

/// <summary>A few of the lives that are lived by the thousand by hand: <c>dotnet run --project tests/ZoneFlow.Faults -- --seeds 1000</c>.</summary>
public sealed class FaultyLifeTests
{
    /// <summary>556: a calendar and a revision of the policy between a rung that was told and its new day, on the same last day.</summary>
    public static TheoryData<int> Seeds => RunSize.Full ? [.. Enumerable.Range(1, 12), 556] : [1, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyLife_WhateverFails_KeepsWhatItPromised(int seed) => Assert.True(FaultyLife.Lived(seed, 60).Accepted > 0);

    [Fact]
    public void Trap_24_ATaskOfARegionWithoutAnOffice_ReachesTheOperator() => 
        Assert.Contains(Enumerable.Range(1, 12), seed => FaultyLife.Lived(seed, 60).MailsToOperator > 0);

    [Fact]
    public void TheSameSeed_Again_IsTheSameLife()
    {
        var once = FaultyLife.Lived(7, 60);
        Assert.Equal(once, FaultyLife.Lived(7, 60));
        Assert.NotEqual(once.Hash, FaultyLife.Lived(8, 60).Hash);
    }
}
