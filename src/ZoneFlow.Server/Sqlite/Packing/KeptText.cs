namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>A text as it is written to the store.</summary>
internal readonly record struct KeptText(ReadOnlyMemory<byte> Bytes, bool IsPacked);
