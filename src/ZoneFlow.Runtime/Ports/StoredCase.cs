using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>A case as a store holds it.</summary>
/// <param name="State">The state's JSON, a cache of the journal's fold: as it stood at <see cref="StateVersion"/>.</param>
/// <param name="Schema">The shape of the state's JSON; another than ours is folded again from the journal.</param>
/// <param name="Head">The hash of the last entry, 32 bytes.</param>
/// <param name="Parked">Why the case is parked, or null where it is not.</param>
public sealed record StoredCase(CaseId Id, string Kind, long Version, ReadOnlyMemory<byte> State, int Schema, ReadOnlyMemory<byte> Head, string? Parked)
{
    /// <summary>The version that the state is of: the case's own, or an earlier one, from which the entries since then lead on.</summary>
    public long StateVersion { get; init; } = Version;
}
