namespace ZoneFlow.Core.Cases;

/// <summary>A named civil date of a case. Every period is counted from one.</summary>
/// <param name="Set">The civil date on which it was entered, which may be later than the date itself.</param>
public sealed record Mark(DateOnly Date, DateOnly Set);
