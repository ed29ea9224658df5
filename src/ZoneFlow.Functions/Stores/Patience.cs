using Azure.Core;

namespace ZoneFlow.Functions.Stores;

/// <summary>How long the services' clients try again what was throttled or failed, before whoever asked is told: about a minute, with pauses that grow and are spread by chance.</summary>
internal static class Patience
{
    public static T Patient<T>(this T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.Delay = TimeSpan.FromMilliseconds(500);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(20);
        options.Retry.MaxRetries = 6;
        return options;
    }
}
