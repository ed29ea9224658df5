using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>What a certified seal service answered for a letter.</summary>
public sealed record LetterSealRow(LetterPaper Paper, string Service, DateTimeOffset At);
