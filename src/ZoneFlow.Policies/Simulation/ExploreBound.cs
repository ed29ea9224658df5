namespace ZoneFlow.Policies.Simulation;

/// <summary>How far a walk over every choice goes.</summary>
/// <param name="States">The most states walked to.</param>
/// <param name="Beside">The most procedures running in a case beside which people open another.</param>
/// <param name="Late">The most procedures that people leave past their date at one time.</param>
/// <param name="Waiting">The most procedures left waiting at one time while the clock goes on, though somebody could take them further.</param>
/// <param name="Years">How long after the start the clock goes on.</param>
public sealed record ExploreBound(int States = 50_000, int Beside = 1, int Late = 1, int Waiting = 1, int Years = 15);
