namespace ZoneFlow.Core.Cases;

/// <summary>A letter's paper as it was kept: its bytes by hash, their type and their length.</summary>
public sealed record LetterPaper(ContentHash Content, string MediaType, long Size);
