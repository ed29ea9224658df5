namespace ZoneFlow.Core.Policies;

/// <summary>For a kind of case whose items are the pack's own tasks: the states in which they begin.</summary>
/// <param name="Named">Of an item whose lead the pack names.</param>
/// <param name="Unnamed">Of an item that waits for its lead.</param>
public sealed record PackItems(string Named, string Unnamed);
