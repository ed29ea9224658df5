using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// One row of the read model: written in the case's commit, found by its index and partition, in the order of
/// its sort key.
/// </summary>
/// <param name="Index">The closed list in <see cref="Indexes"/>.</param>
/// <param name="Sort">Ordered by its UTF-8 bytes; unique within the partition.</param>
public sealed record IndexRow(string Index, string Partition, string Sort, CaseId Case, string Json)
{
    public IndexKey Key => new(Index, Partition, Sort);
}
