using System.Collections.Immutable;

namespace ZoneFlow.Server.Bench;

/// <summary>How much of everything a run measures.</summary>
internal sealed record BenchSize(
    ImmutableArray<int> Steps, int Rounds, int InFlight, int Few, int Actions, int Idle, int IdleActions, int Timers, int Dates, int Decisions, int Lives,
    int Pages, int Seconds, int Portfolio, int Years)
{
    public static BenchSize Full { get; } = new([1_000, 10_000], 10, 256, 1_000, 3_000, 1_000_000, 500, 100_000, 2_000_000, 100_000, 200, 10_000, 15, 10_000, 10);

    /// <summary>Seconds of work: enough to break what would break.</summary>
    public static BenchSize Small { get; } = new([20], 4, 8, 20, 20, 50, 6, 60, 1_000, 100, 1, 40, 1, 10, 3);
}
