namespace ZoneFlow.TestKit.Cloud;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SteppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public Task PassAsync(TimeSpan span)
    {
        Now += span;
        return Task.CompletedTask;
    }
}
