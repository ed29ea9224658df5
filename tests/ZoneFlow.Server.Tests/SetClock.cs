namespace ZoneFlow.Server.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SetClock(DateTimeOffset? start = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start ?? new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => Now += by;

    public override DateTimeOffset GetUtcNow() => Now;
}
