using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Watching;

/// <summary>How the installation does: what its page shows, its alerts are sent for and its metrics count.</summary>
public sealed class Health(ICaseStore store, Rulebooks rulebooks, UploadScans scans, DailyRoots roots, TimeProvider time)
{
    private const int Most = 1_000;

    /// <summary>What is put off has a growing pause; what has been due for longer than this moves no more by itself.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    private const int ManyTries = 4;

    /// <summary>So many effects that wait past their time are no single slow mail any more.</summary>
    private const int ManyLate = 100;

    public async Task<IReadOnlyList<HealthCheck>> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return
        [
            await StoreAsync(cancellationToken), .. await OutboxAsync(now, cancellationToken), await ParkedAsync(cancellationToken),
            await DueAsync(now, cancellationToken), .. await ScansAsync(cancellationToken), Calendar(CivilDate.Of(now)),
            await RootAsync(CivilDate.Of(now), cancellationToken),
        ];
    }

    private async Task<HealthCheck> StoreAsync(CancellationToken cancellationToken)
    {
        var name = new Label("数据存储", "Store");
        return await store.LoadAsync(Registrar.Office, cancellationToken) is { Version: var version }
            ? new HealthCheck(HealthKeys.Store, name, HealthState.Good, new Label($"可读，机关卷宗第{version}版", $"readable, office v{version}"), version)
            : new HealthCheck(HealthKeys.Store, name, HealthState.Bad, new Label("没有机关信息", "no office"), 0);
    }

    private async Task<IReadOnlyList<HealthCheck>> OutboxAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await store.OutboxAsync(Most, cancellationToken);
        var parked = all.Count(e => e.Parked);
        var (waiting, late) = (all.Count - parked, all.Count(e => !e.Parked && (e.Attempts >= ManyTries || e.NextTry + Behind < now)));
        return
        [
            new HealthCheck(
                HealthKeys.Outbox, new Label("待发事项", "Outbox"), late >= ManyLate ? HealthState.Bad : late > 0 ? HealthState.Watch : HealthState.Good,
                new Label($"{waiting}件等待，{late}件延误", $"{waiting} waiting, {late} late"), late),
            new HealthCheck(
                HealthKeys.ParkedEffects, new Label("搁置的事项", "Effects given up on"), parked > 0 ? HealthState.Bad : HealthState.Good,
                new Label($"{parked}件", $"{parked}"), parked),
        ];
    }

    private async Task<HealthCheck> ParkedAsync(CancellationToken cancellationToken)
    {
        var parked = (await store.ParkedAsync(Most, cancellationToken)).Count;
        return new HealthCheck(
            HealthKeys.ParkedCases, new Label("暂停的卷宗", "Parked cases"), parked > 0 ? HealthState.Bad : HealthState.Good, new Label($"{parked}件", $"{parked}"), parked);
    }

    private async Task<HealthCheck> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = await store.NextDueAsync(cancellationToken);
        var at = next is { } known ? known.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;
        var behind = next < now ? (long)(now - next.Value).TotalSeconds : 0;
        return new HealthCheck(
            HealthKeys.Overdue, new Label("下一个到期", "Next due"), next + Behind < now ? HealthState.Bad : HealthState.Good,
            at is null ? new Label("无", "none") : new Label(at, at), behind);
    }

    private async Task<IReadOnlyList<HealthCheck>> ScansAsync(CancellationToken cancellationToken)
    {
        var all = await scans.AllAsync(Most, cancellationToken);
        var infected = all.Where(s => s.IsInfected).ToList();
        var waiting = all.Where(s => !s.IsInfected).ToList();
        var named = string.Join('、', infected.Take(10).Select(s => $"{s.Finding} {s.Content.Value[..12]}"));
        return
        [
            new HealthCheck(
                HealthKeys.Scanner, new Label("病毒检测", "Virus scanner"),
                waiting.Count > 0 ? HealthState.Bad : HealthState.Good,
                waiting.Count > 0 ? new Label($"{waiting.Count}件待检测：{waiting[^1].Why}", $"{waiting.Count} waiting: {waiting[^1].Why}")
                    : scans.HasScanner ? new Label("无待检测", "none waiting") : new Label("未配置", "not configured"), waiting.Count),
            .. infected.Count == 0 ? [] : new[]
            {
                new HealthCheck(
                    HealthKeys.Infected, new Label("查出病毒的文件", "Infected files"), HealthState.Bad,
                    new Label($"{infected.Count}件，已隔离：{named}", $"{infected.Count}, kept from everybody: {named}"), infected.Count),
            },
        ];
    }

    private async Task<HealthCheck> RootAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var day = (await roots.LatestAsync(cancellationToken))?.Day;
        var made = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new HealthCheck(
            HealthKeys.Root, new Label("存证根", "Signed root"), !roots.HasKey ? HealthState.Watch : day < today.AddDays(-1) ? HealthState.Bad : HealthState.Good,
            (roots.HasKey, made) switch
            {
                (false, _) => new Label("未配置密钥", "no key"),
                (true, null) => new Label("尚无", "none yet"),
                _ => new Label(made, made),
            },
            day is { } last ? today.DayNumber - last.DayNumber : 0);
    }

    private HealthCheck Calendar(DateOnly today)
    {
        var through = rulebooks.Calendar.OfficialThrough;
        var state = through < today ? HealthState.Bad : through < today.AddMonths(1) ? HealthState.Watch : HealthState.Good;
        var text = through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new HealthCheck(
            HealthKeys.Calendar, new Label("工作日历", "Working calendar"), state,
            new Label($"{rulebooks.Calendar.Revision}，已公布至{text}", $"published through {text}"), through.DayNumber - today.DayNumber);
    }
}
