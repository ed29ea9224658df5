using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A document as the dossier lists it.</summary>
/// <param name="Entry">The journal entry that filed it.</param>
public sealed record DocumentRow(FiledDocument Document, string Procedure, PartyId? By, DateTimeOffset At, long Entry);
