using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Faults.Simulated;

/// <summary>One case as it lies on the disk.</summary>
internal sealed class StoredLife(CaseId id, string kind)
{
    public CaseId Id { get; } = id;

    public string Kind { get; } = kind;

    public long Version { get; set; }

    public ReadOnlyMemory<byte> State { get; set; }

    public int Schema { get; set; }

    public long StateVersion { get; set; }

    public ReadOnlyMemory<byte> Head { get; set; }

    public DateTimeOffset? Due { get; set; }

    public string? Parked { get; set; }

    public List<StoredEntry> Journal { get; } = [];

    public Dictionary<string, ConfidedText> Confided { get; } = new(StringComparer.Ordinal);

    public StoredCase Stored => new(Id, Kind, Version, State, Schema, Head, Parked) { StateVersion = StateVersion };
}
