namespace ZoneFlow.Core.Cases;

/// <summary>Something a case keeps a list of: an application in a round, a task in a plan.</summary>
public sealed record Item(string Key, string State, string Title);
