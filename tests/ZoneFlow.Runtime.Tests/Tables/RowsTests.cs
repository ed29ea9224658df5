using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.Runtime.Tests.Tables;

public sealed class RowsTests
{
    [Theory]
    [InlineData(409, RowOutcome.Taken)]
    [InlineData(412, RowOutcome.Changed)]
    [InlineData(404, RowOutcome.Changed)]
    public void Status_ThatIsAnAnswer_IsRead(int status, RowOutcome outcome)
    {
        Assert.True(RowOutcomes.TryRead(status, out var read));
        Assert.Equal(outcome, read);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public void Status_ThatIsAFailure_IsNone(int status) => Assert.False(RowOutcomes.TryRead(status, out _));

    [Fact]
    public void Filter_OfARange_QuotesWhatIsQuoted() => Assert.Equal(
        "PartitionKey eq 'it''s' and RowKey ge 'a' and RowKey lt 'b\"'", RowFilter.Range("it's", "a", "b\""));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(int.MaxValue, 1_000)]
    public void Page_IsWhatTheServiceTakes(int most, int page) => Assert.Equal(page, RowFilter.PageOf(most));
}
