namespace ZoneFlow.Runtime.SignIn;

/// <summary>How often whoever holds a session or a link has typed a wrong code.</summary>
/// <param name="Tries">Since the last pause, the one on its way included.</param>
/// <param name="Pauses">How many there have been; each is twice as long as the one before.</param>
public sealed record WrongCodes(int Tries, int Pauses, DateTimeOffset? Until);
