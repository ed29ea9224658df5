using System.Reflection;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>How the installation does, at a look.</summary>
public sealed class HealthViews(Health health, Frames frames, TimeProvider time)
{
    public async Task<HealthModel> OfAsync(HttpContext http)
    {
        var version = typeof(HealthViews).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new HealthModel(
            await frames.OfAsync(http), time.GetUtcNow(), version, await ChecksAsync(http.RequestAborted));
    }

    public async Task<IReadOnlyList<HealthLine>> ChecksAsync(CancellationToken cancellationToken) =>
        [.. (await health.LookAsync(cancellationToken)).Select(c => new HealthLine(c.Name, c.State, c.Detail, PageOf(c)))];

    /// <summary>Where more is to be seen of a check, or null.</summary>
    public static string? PageOf(HealthCheck check) => check.Key switch
    {
        HealthKeys.Outbox or HealthKeys.ParkedEffects => SitePaths.Outbox,
        HealthKeys.ParkedCases => SitePaths.Parked,
        HealthKeys.Calendar => SitePaths.Calendar,
        HealthKeys.Root => SitePaths.Evidence,
        _ => null,
    };
}
