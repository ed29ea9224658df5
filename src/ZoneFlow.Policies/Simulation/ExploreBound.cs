namespace ZoneFlow.Policies.Simulation;

/// <summary>How far a walk over every choice goes.</summary>
/// <param name="States">The most states walked to.</param>
/// <param name="Beside">The most procedures running in a case beside which people open another.</param>
/// <param name="Late">The most procedures that people leave past their date at one time.</param>
/// <param name="Years">How long after the start the clock goes on.</param>
public sealed record ExploreBound(int States = 20_000, int Beside = 1, int Late = 1, int Years = 15)
{
    /// <summary>A Monday morning early in a year that every policy was in force in.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
}
