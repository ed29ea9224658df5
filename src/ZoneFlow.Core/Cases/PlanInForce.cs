namespace ZoneFlow.Core.Cases;

/// <summary>The plan a zone is held to (建设方案), by version.</summary>
public sealed record PlanInForce(int Version, FiledDocument Document, DateOnly Since);
