using ZoneFlow.Policies.Linting;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class SamplePackTests
{
    [Fact]
    public void Check_SoundPack_FindsNothing() => Assert.Empty(SamplePack.Check(SamplePack.Pack));

    [Fact]
    public void Of_SamplePack_TellsExecutedRecordedAndDefaulted()
    {
        var coverage = Coverage.Of(SamplePack.Pack);

        Assert.Equal("第四条 第七条 第八条 第九条 第十条 第十四条 第十五条 第二十条", string.Join(' ', coverage.Executed));
        Assert.Equal("第十七条", Assert.Single(coverage.TextOnly));
        Assert.Contains(coverage.Defaulted, d => d.Key == "LN-A8" && d.Value == 1);
        Assert.Contains("text only (仅记录) 1: 第十七条\n", coverage.ToString(), StringComparison.Ordinal);
    }
}
