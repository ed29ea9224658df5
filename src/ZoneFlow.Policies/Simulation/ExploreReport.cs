using System.Collections.Immutable;

namespace ZoneFlow.Policies.Simulation;

/// <summary>What a walk over every choice came to.</summary>
/// <param name="States">The abstracted states reached.</param>
/// <param name="Ways">The ways between them that were taken.</param>
/// <param name="Complete">Whether that was all there is within the other bounds.</param>
/// <param name="Longest">The longest path in time that comes to no state twice, each step with its date.</param>
/// <param name="Stuck">Cases that go no further and have not ended: nobody can do anything, and nothing happens by itself.</param>
/// <param name="Unreminded">Stages, by procedure and stage, in which somebody or something is waited for and nobody is ever reminded.</param>
/// <param name="Unreached">Stages, by procedure and stage, that no walk came to.</param>
/// <param name="Failed">What the engine itself could not do, with the way there.</param>
public sealed record ExploreReport(
    int States, int Ways, bool Complete, TimeSpan LongestTime, ImmutableArray<string> Longest, ImmutableArray<ExploreFinding> Stuck,
    ImmutableArray<string> Unreminded, ImmutableArray<string> Unreached, ImmutableArray<ExploreFinding> Failed)
{
    public bool IsClean => Stuck.IsEmpty && Unreminded.IsEmpty && Failed.IsEmpty;

    /// <summary>Two walks of one pack, each over a part of it.</summary>
    public ExploreReport And(ExploreReport other) => new(
        States + other.States, Ways + other.Ways, Complete && other.Complete,
        LongestTime >= other.LongestTime ? LongestTime : other.LongestTime, LongestTime >= other.LongestTime ? Longest : other.Longest,
        [.. Stuck.Concat(other.Stuck).DistinctBy(s => s.What)], [.. Unreminded.Union(other.Unreminded)],
        [.. Unreached.Intersect(other.Unreached)], [.. Failed.Concat(other.Failed).DistinctBy(f => f.What)]);
}
