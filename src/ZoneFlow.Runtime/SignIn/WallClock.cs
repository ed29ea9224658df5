namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// The clock on the wall, which no demonstration moves: sessions, codes and limits go by it, cases by the office's
/// <see cref="TimeProvider"/>.
/// </summary>
public sealed record WallClock(TimeProvider Time);
