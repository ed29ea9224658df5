using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

public sealed class CivilDateTests
{
    [Theory]
    [InlineData("2025-03-09T16:00Z", "2025-03-10")]
    [InlineData("2025-03-09T15:59Z", "2025-03-09")]
    [InlineData("2025-03-09T15:59:59Z", "2025-03-09")]
    [InlineData("2025-03-09T15:59:59.9Z", "2025-03-09")]
    [InlineData("2025-03-09T15:59:59.999999Z", "2025-03-09")]
    [InlineData("2025-03-10t00:00+08:00", "2025-03-10")]
    [InlineData("2025-03-09T23:59:59+08:00", "2025-03-09")]
    [InlineData("2025-03-09T23:00-01:00", "2025-03-10")]
    [InlineData("2025-03-09T00:30+14:00", "2025-03-08")]
    public void Reading_AnInstant_GivesTheDateAtPlusEight(string text, string date)
    {
        Assert.True(CivilDate.TryParseDateOrInstant(text, out var read));
        Assert.Equal(Day(date), read);
    }

    [Theory]
    [InlineData("2025-03-09T16:00")]
    [InlineData("2025-03-09T24:00Z")]
    [InlineData("2025-03-09T16:60Z")]
    [InlineData("2025-03-09T16:00:60Z")]
    [InlineData("2025-03-09T16:00:5Z")]
    [InlineData("2025-03-09T16:00:")]
    [InlineData("2025-03-09T16:00:00")]
    [InlineData("2025-03-09T16:00:00.Z")]
    [InlineData("2025-03-09T16:00:00.")]
    [InlineData("2025-03-09T16:00:00.5")]
    [InlineData("2025-03-09T16:00:xxZ")]
    [InlineData("2025-03-09T16:00+15:00")]
    [InlineData("2025-03-09T16:00+08:60")]
    [InlineData("2025-03-09T16:00+0800")]
    [InlineData("2025-03-09 16:00Z")]
    [InlineData("2025-03-09T16.00Z")]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025-00-01")]
    [InlineData("2025-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2025/01/01")]
    [InlineData("2025-1-01")]
    [InlineData("２025-01-01")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("9999-12-31T23:00Z")]
    public void Reading_AnythingElse_IsRefused(string text) => Assert.False(CivilDate.TryParseDateOrInstant(text, out _));
}
