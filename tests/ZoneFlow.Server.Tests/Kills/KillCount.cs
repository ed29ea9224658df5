using System.Globalization;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>How often the program is killed: a few times, more in a full run, or as often as <c>ZONEFLOW_KILLS</c> says.</summary>
internal static class KillCount
{
    public static int? Asked { get; } = int.TryParse(Environment.GetEnvironmentVariable("ZONEFLOW_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : null;

    public static int Of(int sample, int full) => Asked ?? RunSize.Of(sample, full);
}
