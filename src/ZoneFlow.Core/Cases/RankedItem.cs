namespace ZoneFlow.Core.Cases;

/// <summary>One line of a ranking.</summary>
/// <param name="Score">The mean of the experts' weighted scores, to the hundredth.</param>
/// <param name="Place">From 1; equal scores share a place and leave the next ones empty.</param>
public sealed record RankedItem(string Key, string Title, decimal Score, int Place);
