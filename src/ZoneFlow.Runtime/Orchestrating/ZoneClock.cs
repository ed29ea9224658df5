using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>Fires all that is due in a case; null where there is none.</summary>
public delegate Task<ZoneMoment?> ZoneClock(CaseId id, CancellationToken cancellationToken);
