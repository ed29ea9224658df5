using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>How the installation does, at a look.</summary>
public sealed class HealthViews(ICaseStore store, UploadScans scans, Rulebooks rulebooks, Frames frames, TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    public async Task<HealthModel> OfAsync(HttpContext http)
    {
        var now = time.GetUtcNow();
        var version = typeof(HealthViews).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new HealthModel(
            await frames.OfAsync(http), now, version,
            [
                await StoreAsync(http.RequestAborted), .. await OutboxAsync(now, http.RequestAborted), await ParkedAsync(http.RequestAborted),
                await DueAsync(now, http.RequestAborted), .. await ScansAsync(http.RequestAborted), Calendar(CivilDate.Of(now)),
            ]);
    }

    private async Task<HealthLine> StoreAsync(CancellationToken cancellationToken)
    {
        var name = new Label("数据存储", "Store");
        return await store.LoadAsync(Registrar.Office, cancellationToken) is { Version: var version }
            ? new HealthLine(name, HealthState.Good, $"可读 readable，office v{version.ToString(CultureInfo.InvariantCulture)}", null)
            : new HealthLine(name, HealthState.Bad, "没有机关信息 no office", null);
    }

    private async Task<IReadOnlyList<HealthLine>> OutboxAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await store.OutboxAsync(Most, cancellationToken);
        var (parked, late) = (all.Count(e => e.Parked), all.Count(e => !e.Parked && e.NextTry + Behind < now));
        return
        [
            new HealthLine(
                new Label("待发事项", "Outbox"), late > 0 ? HealthState.Watch : HealthState.Good, $"{all.Count - parked}件等待 waiting，{late}件延误 late",
                SitePaths.Outbox),
            new HealthLine(
                new Label("搁置的事项", "Effects given up on"), parked > 0 ? HealthState.Bad : HealthState.Good, $"{parked}件", SitePaths.Outbox),
        ];
    }

    private async Task<HealthLine> ParkedAsync(CancellationToken cancellationToken)
    {
        var parked = (await store.ParkedAsync(Most, cancellationToken)).Count;
        return new HealthLine(new Label("暂停的卷宗", "Parked cases"), parked > 0 ? HealthState.Bad : HealthState.Good, $"{parked}件", SitePaths.Parked);
    }

    private async Task<IReadOnlyList<HealthLine>> ScansAsync(CancellationToken cancellationToken)
    {
        var all = await scans.AllAsync(Most, cancellationToken);
        var (waiting, infected) = (all.Where(s => !s.IsInfected).ToList(), all.Where(s => s.IsInfected).ToList());
        var scanner = new Label("病毒检测", "Virus scanner");
        return
        [
            waiting.Count > 0
                ? new HealthLine(scanner, HealthState.Bad, $"{waiting.Count}件待检测 waiting：{waiting[^1].Why}", null)
                : new HealthLine(scanner, scans.HasScanner ? HealthState.Good : HealthState.Watch, scans.HasScanner ? "无待检测 none waiting" : "未配置 not configured", null),
            .. infected.Count == 0 ? [] : new[]
            {
                new HealthLine(
                    new Label("查出病毒的文件", "Infected files"), HealthState.Bad,
                    $"{infected.Count}件，已隔离 kept from everybody：{string.Join('、', infected.Select(s => $"{s.Finding} {s.Content.Value[..12]}").Take(10))}", null),
            },
        ];
    }

    private async Task<HealthLine> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = await store.NextDueAsync(cancellationToken);
        return new HealthLine(
            new Label("下一个到期", "Next due"), next + Behind < now ? HealthState.Bad : HealthState.Good,
            next is { } at ? at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "无 none", null);
    }

    private HealthLine Calendar(DateOnly today)
    {
        var through = rulebooks.Calendar.OfficialThrough;
        var state = through < today ? HealthState.Bad : through < today.AddMonths(1) ? HealthState.Watch : HealthState.Good;
        return new HealthLine(
            new Label("工作日历", "Working calendar"), state,
            $"{rulebooks.Calendar.Revision}，已公布至 published through {through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", SitePaths.Packs);
    }
}
