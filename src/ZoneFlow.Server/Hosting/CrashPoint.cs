using System.Diagnostics;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// Ends this process at a named point, as a power cut would: for the tests that kill it there. Set by
/// <c>ZONEFLOW_CRASH_AT=point</c> or <c>point:n</c> for the nth passing; nothing is done where it is not set.
/// </summary>
internal static class CrashPoint
{
    public static Action<string>? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("ZONEFLOW_CRASH_AT") is not { Length: > 0 } setting)
        {
            return null;
        }

        var parts = setting.Split(':');
        var (at, left) = (parts[0], parts.Length > 1 ? int.Parse(parts[1], null) : 1);
        return point =>
        {
            if (point == at && Interlocked.Decrement(ref left) == 0)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        };
    }
}
