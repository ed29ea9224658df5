namespace ZoneFlow.Faults.Mutating;

/// <summary>What one test takes and passes by, when nothing is mutated.</summary>
/// <param name="Milliseconds">Of processor time.</param>
/// <param name="Steps">Of the core: how often a switch was asked.</param>
/// <param name="Hits">The mutations that it passes by each time, in order.</param>
/// <param name="Once">Those that it passed by when it ran first in a process, and not again.</param>
internal sealed record TestRun(string Test, double Milliseconds, long Steps, int[] Hits, int[] Once)
{
    public bool Reaches(int id) => Array.BinarySearch(Hits, id) >= 0 || Once.Contains(id);
}
