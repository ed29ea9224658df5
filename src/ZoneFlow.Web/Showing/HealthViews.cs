using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>How the installation does, at a look.</summary>
public sealed class HealthViews(ICaseStore store, Rulebooks rulebooks, Frames frames, TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    public async Task<HealthModel> OfAsync(HttpContext http)
    {
        var version = typeof(HealthViews).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new HealthModel(
            await frames.OfAsync(http), time.GetUtcNow(), version, await ChecksAsync(http.RequestAborted));
    }

    public async Task<IReadOnlyList<HealthLine>> ChecksAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return
        [
            await StoreAsync(cancellationToken), .. await OutboxAsync(now, cancellationToken), await ParkedAsync(cancellationToken), await DueAsync(now, cancellationToken),
            Calendar(CivilDate.Of(now)),
        ];
    }

    private async Task<HealthLine> StoreAsync(CancellationToken cancellationToken)
    {
        var name = new Label("数据存储", "Store");
        return await store.LoadAsync(Registrar.Office, cancellationToken) is { Version: var version }
            ? new HealthLine(name, HealthState.Good, new Label($"可读，机关台账第{version.ToString(CultureInfo.InvariantCulture)}版", $"readable, the office at version {version.ToString(CultureInfo.InvariantCulture)}"), null)
            : new HealthLine(name, HealthState.Bad, new Label("没有机关信息", "no office"), null);
    }

    private async Task<IReadOnlyList<HealthLine>> OutboxAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await store.OutboxAsync(Most, cancellationToken);
        var (parked, late) = (all.Count(e => e.Parked), all.Count(e => !e.Parked && e.NextTry + Behind < now));
        return
        [
            new HealthLine(
                new Label("待发事项", "Outbox"), late > 0 ? HealthState.Watch : HealthState.Good, new Label($"{all.Count - parked}件等待，{late}件延误", $"{all.Count - parked} waiting, {late} late"),
                SitePaths.Outbox),
            new HealthLine(
                new Label("搁置的事项", "Effects given up on"), parked > 0 ? HealthState.Bad : HealthState.Good, new Label($"{parked}件"), SitePaths.Outbox),
        ];
    }

    private async Task<HealthLine> ParkedAsync(CancellationToken cancellationToken)
    {
        var parked = (await store.ParkedAsync(Most, cancellationToken)).Count;
        return new HealthLine(new Label("暂停的卷宗", "Parked cases"), parked > 0 ? HealthState.Bad : HealthState.Good, new Label($"{parked}件"), SitePaths.Parked);
    }

    private async Task<HealthLine> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = await store.NextDueAsync(cancellationToken);
        return new HealthLine(
            new Label("下一个到期", "Next due"), next + Behind < now ? HealthState.Bad : HealthState.Good,
            next is { } at ? new Label(at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)) : new Label("无", "none"), null);
    }

    private HealthLine Calendar(DateOnly today)
    {
        var through = rulebooks.Calendar.OfficialThrough;
        var state = through < today ? HealthState.Bad : through < today.AddMonths(1) ? HealthState.Watch : HealthState.Good;
        return new HealthLine(
            new Label("工作日历", "Working calendar"), state,
            new Label(
                $"{rulebooks.Calendar.Revision}，已公布至{through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                $"published through {through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"), SitePaths.Calendar);
    }
}
