using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class JilinPackTests
{
    [Fact]
    public void Check_Jilin_FindsNothingAtAll()
    {
        var reading = ShippedPacks.Load("jilin-2018");
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }
}
