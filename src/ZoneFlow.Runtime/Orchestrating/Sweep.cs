using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>Finds what nobody came for: cases past due and effects past their time, and records that have expired.</summary>
/// <param name="readTwice">Finishes a change of the calendar for all workers.</param>
/// <param name="scans">Has uploads scanned that wait for it.</param>
/// <param name="roots">Makes the day's signed root.</param>
public sealed class Sweep(
    ICaseStore store, TimeProvider time, WallClock wall, Func<CancellationToken, Task>? readTwice = null, UploadScans? scans = null, DailyRoots? roots = null)
{
    private const int Most = 5_000;

    // What fell due just now is being seen to by its own orchestration.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Sweeps, and answers the cases to be woken.</summary>
    public async Task<IReadOnlyCollection<CaseId>> RunAsync(CancellationToken cancellationToken)
    {
        await store.SweepAsync(wall.Time.GetUtcNow(), cancellationToken);
        await (readTwice?.Invoke(cancellationToken) ?? Task.CompletedTask);
        if (scans is not null)
        {
            await scans.RetryAsync(cancellationToken);
        }

        if (roots is not null)
        {
            await roots.RunAsync(cancellationToken);
        }

        var overdue = time.GetUtcNow() - Grace;
        var cases = (await store.DueByAsync(overdue, Most, cancellationToken)).Select(d => d.Case)
            .Concat((await store.PendingEffectsAsync(overdue, Most, cancellationToken)).Select(e => e.Case));
        return cases.ToHashSet();
    }
}
