namespace ZoneFlow.Runtime.Projection;

/// <summary>Something that a party's people did (已办); what it was stands in the journal.</summary>
public sealed record DoneRow(long Entry);
