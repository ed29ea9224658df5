namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// Instants are stored as Unix milliseconds. One to be kept is rounded up and one to be compared with is rounded
/// down, so that nothing is ever found due before its time.
/// </summary>
internal static class Instants
{
    public static long Kept(DateTimeOffset instant) => (instant + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1)).ToUnixTimeMilliseconds();

    public static long? Kept(DateTimeOffset? instant) => instant is { } known ? Kept(known) : null;

    public static long Reached(DateTimeOffset now) => now.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
