using System.Collections.Immutable;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What one look at a case found, once its due timers had fired.</summary>
/// <param name="IsThere">False where there is no such case: it was woken for a commit that never came.</param>
/// <param name="Effects">The ids of the effects whose turn it is.</param>
/// <param name="Next">When to look again, woken or not.</param>
public sealed record ZoneLook(bool IsThere, ImmutableArray<string> Effects, DateTime Next, ZoneStatus Status);
