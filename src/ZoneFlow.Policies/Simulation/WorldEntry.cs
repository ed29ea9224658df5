using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>An entry and the case whose journal it stands in.</summary>
public sealed record WorldEntry(CaseId Case, Entry Entry);
