namespace ZoneFlow.Runtime.Moving;

/// <summary>A journal entry as it stands in a store.</summary>
internal sealed record MovedEntry(long Sequence, byte[] Bytes, byte[] Previous, byte[] Hash);
