using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>Items one after another of which there is nothing to say but their names: in the stored state only these stand.</summary>
/// <param name="At">The place of the first among all items.</param>
public sealed record PlainRun(int At, string State, ImmutableArray<string> Keys, ImmutableArray<string> Titles);
