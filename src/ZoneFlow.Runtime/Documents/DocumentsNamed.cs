using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Every document that a journal or a record names.</summary>
public delegate Task<IReadOnlySet<ContentHash>> DocumentsNamed(CancellationToken cancellationToken);
