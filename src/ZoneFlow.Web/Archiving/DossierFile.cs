namespace ZoneFlow.Web.Archiving;

/// <summary>A document or letter as the index lists it.</summary>
/// <param name="Note">Its file's name, or its 文号.</param>
/// <param name="Path">Where it lies in the archive; null where the office did not have it.</param>
/// <param name="Hash">The SHA-256 of its bytes, where the journal names it.</param>
public sealed record DossierFile(string Title, string Note, string? Path, DateTimeOffset At, string? Hash);
