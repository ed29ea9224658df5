namespace ZoneFlow.Runtime.Ports;

/// <summary>One line of a journal: its exact bytes, which are never written again, and its place in the chain.</summary>
public sealed record StoredEntry(long Sequence, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Previous, ReadOnlyMemory<byte> Hash);
