namespace ZoneFlow.Core.Cases;

/// <summary>The latest document in a slot of a procedure, and the visit on which it was filed.</summary>
public sealed record Filing(int Visit, FiledDocument Document);
