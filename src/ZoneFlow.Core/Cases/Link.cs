namespace ZoneFlow.Core.Cases;

/// <summary>A line to another case. Messages are numbered per direction and heard in order.</summary>
/// <param name="Name">What the other is to this one: round, zone.</param>
/// <param name="NextOut">The number of the next message sent.</param>
/// <param name="NextIn">The number of the next message to be heard.</param>
public sealed record Link(string Name, CaseId Case, long NextOut, long NextIn);
