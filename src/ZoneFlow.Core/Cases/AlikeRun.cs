using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>Procedures of one round that differ in nothing but the item they are about: only the first stands in the stored state.</summary>
/// <param name="First">The first one's id.</param>
/// <param name="Items">The items of the others, in their order.</param>
public sealed record AlikeRun(string First, ImmutableArray<string> Items);
