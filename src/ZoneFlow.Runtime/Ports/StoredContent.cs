using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>A document that is safely stored: its name and its length in bytes, both as received.</summary>
public sealed record StoredContent(ContentHash Hash, long Length);
