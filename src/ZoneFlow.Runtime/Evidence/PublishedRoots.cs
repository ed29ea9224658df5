using System.Collections.Immutable;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>All roots and keys that an office has published, the latest root first.</summary>
public sealed record PublishedRoots(ImmutableArray<DailyRoot> Roots, ImmutableArray<RootKey> Keys);
