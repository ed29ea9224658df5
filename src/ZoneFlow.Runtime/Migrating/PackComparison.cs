using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Migrating;

/// <summary>What one revision says otherwise than another, construct by construct, in plain words.</summary>
public delegate IReadOnlyList<Label> PackComparison(Pack was, Pack now);
