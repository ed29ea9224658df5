namespace ZoneFlow.Runtime.Ports;

/// <summary>A small record beside the cases: a session, a sign-in link, a claim, an address, a pack's bytes.</summary>
/// <param name="Kind">The closed list in <see cref="RecordKinds"/>.</param>
/// <param name="Expires">When the sweep may take it, by the clock on the wall, or null.</param>
public sealed record KeyedRecord(string Kind, string Key, string Json, DateTimeOffset? Expires);
