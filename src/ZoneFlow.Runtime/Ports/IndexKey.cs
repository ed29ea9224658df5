namespace ZoneFlow.Runtime.Ports;

/// <summary>The place of a row of the read model.</summary>
public readonly record struct IndexKey(string Index, string Partition, string Sort);
