using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Keeps for good a document that was last put before an instant and that a case names.</summary>
public delegate Task DocumentKept(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken);
