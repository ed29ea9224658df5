using System.Collections.Immutable;

namespace ZoneFlow.Runtime.Tables;

/// <summary>A row that waits to be written.</summary>
internal sealed record WaitingRow(string Key, ImmutableSortedDictionary<string, string> Texts, byte[] Body);
