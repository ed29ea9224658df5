using System.Collections.Immutable;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Something that a walk over every choice found.</summary>
/// <param name="What">In words.</param>
/// <param name="Way">How it came to that, step by step from the start.</param>
public sealed record ExploreFinding(string What, ImmutableArray<string> Way);
