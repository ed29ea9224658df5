using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>The effects of one case that wait, in the order they state, parked ones too.</summary>
public delegate Task<IReadOnlyList<OutboxEffect>> CaseEffects(CaseId id, CancellationToken cancellationToken);
