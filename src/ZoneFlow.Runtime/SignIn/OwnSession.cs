namespace ZoneFlow.Runtime.SignIn;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Id">Names it in a form; opens nothing.</param>
/// <param name="IsThis">It is the one that asks.</param>
public sealed record OwnSession(string Id, DateTimeOffset Began, DateTimeOffset Seen, string? With, bool IsThis);
