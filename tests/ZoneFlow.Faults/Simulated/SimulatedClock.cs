namespace ZoneFlow.Faults.Simulated;

/// <summary>A clock that is moved, both ways.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
