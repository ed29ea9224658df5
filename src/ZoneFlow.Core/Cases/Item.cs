namespace ZoneFlow.Core.Cases;

/// <summary>Something a case keeps a list of: an application in a round, a task in a plan.</summary>
/// <param name="Score">What a panel gave it, to the hundredth, or null.</param>
/// <param name="Place">Its place in the ranking, equal scores sharing one; null where it is not ranked.</param>
public sealed record Item(string Key, string State, string Title, decimal? Score, int? Place);
