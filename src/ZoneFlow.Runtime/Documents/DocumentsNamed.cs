using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Every document that a journal names, and every dossier kept from elsewhere.</summary>
public delegate Task<IReadOnlySet<ContentHash>> DocumentsNamed(CancellationToken cancellationToken);
