using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>What came of reading a pack: the pack, or else everything that is wrong with its files.</summary>
/// <param name="Pack">Null exactly when there are problems; every name a pack uses is then declared in it.</param>
public sealed record PackReading(Pack? Pack, ImmutableArray<Problem> Problems, PackPositions Positions)
{
    /// <summary>Every <c>article:</c> and <c>default:</c> as written, in the order of the files.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];
}
