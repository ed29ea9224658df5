using ZoneFlow.Policies.Linting;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class SamplePackTests
{
    [Fact]
    public void Check_SoundPack_FindsNothing() => Assert.Empty(SamplePack.Check(SamplePack.Pack));

    [Fact]
    public void Of_SamplePack_TellsExecutedRecordedAndDefaulted()
    {
        var coverage = Coverage.Of(SamplePack.Read(SamplePack.Text));

        Assert.Equal("第七条 第八条 第九条 第十条 第十四条 第十五条 第二十条", string.Join(' ', coverage.Executed));
        Assert.Equal("第四条 第十七条", string.Join(' ', coverage.TextOnly));
        Assert.Equal("第一条 第二条 第三条 第五条 第六条 第十一条 第十二条 第十三条 第十六条 第十八条 第十九条", string.Join(' ', coverage.Unmentioned));
        Assert.Contains(coverage.Defaulted, d => d.Key == "LN-A8" && d.Value == 1);
        Assert.Contains("text only (仅记录) 2: 第四条 第十七条\n", coverage.ToString(), StringComparison.Ordinal);
    }
}
