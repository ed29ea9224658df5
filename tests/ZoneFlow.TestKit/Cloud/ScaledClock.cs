namespace ZoneFlow.TestKit.Cloud;

/// <summary>
/// A clock that goes faster than the wall's, for what waits by itself: a durable timer for an instant of this clock is set at the
/// instant of the wall's when it will be so late.
/// </summary>
/// <param name="start">What it shows at first.</param>
/// <param name="factor">How many seconds it goes in one.</param>
public sealed class ScaledClock(DateTimeOffset start, int factor) : TimeProvider
{
    private readonly DateTimeOffset _begun = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => start + ((DateTimeOffset.UtcNow - _begun) * factor);

    /// <summary>How long a span of this clock takes.</summary>
    public TimeSpan Real(TimeSpan span) => span / factor;

    /// <summary>When the wall's clock will show that it is an instant of this one.</summary>
    public DateTime Real(DateTime instant) => (_begun + Real(new DateTimeOffset(instant, TimeSpan.Zero) - start)).UtcDateTime;
}
