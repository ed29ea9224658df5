namespace ZoneFlow.TestKit;

/// <summary>How much a heavy test runs: a sample of it, or all of it where <c>ZONEFLOW_FULL</c> is 1, as in <c>.ci/run</c>.</summary>
public static class RunSize
{
    public static bool Full { get; } = Environment.GetEnvironmentVariable("ZONEFLOW_FULL") == "1";

    public static int Of(int sample, int full) => Full ? full : sample;

    /// <summary>A theory's rows: each so-manieth of them, from the first, or all.</summary>
    public static IEnumerable<object[]> Of(int sampleEvery, IEnumerable<object[]> rows) => rows.Where((_, i) => Full || i % sampleEvery == 0);
}
