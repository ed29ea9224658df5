using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Watching;

/// <summary>One thing that is watched, and how it stands.</summary>
/// <param name="Key">One of <see cref="HealthKeys"/>.</param>
/// <param name="Count">How many of it there are, where it is counted: cases, effects, days.</param>
public sealed record HealthCheck(string Key, Label Name, HealthState State, Label Detail, long Count);
