using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Lets time pass for every case that is due. An idle case costs nothing: one index gives the next.</summary>
/// <param name="people">Whom it lets pass; null where nobody works beside it, or one thread does all.</param>
public sealed partial class Clockwork(ICaseStore store, Cases cases, Rulebooks rulebooks, TimeProvider time, ILogger<Clockwork> logger, Precedence? people = null)
{
    private const int Batch = 2_000;

    // Enough to share the syncs of the disk, and few enough that a person's signal does not wait long behind those begun before it.
    private const int AtOnce = 32;

    // So many go on while people are at work, so that time passes however many they are.
    private const int AtOnceBesidePeople = 2;

    /// <summary>Fires all that is due by now, the longest due first, some cases at once; answers for how many cases.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        while (await store.DueByAsync(time.GetUtcNow(), Batch, cancellationToken) is { Count: > 0 } due)
        {
            var waiting = new ConcurrentQueue<DueCase>(due);
            var noMore = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, due.Count)).Select(n => WorkAsync(waiting, noMore, n >= AtOnceBesidePeople, cancellationToken)));
            fired += due.Count;
        }

        return fired;
    }

    // The next case begins where one has ended, on no thread of its own: a simulation turns the same code on one.
    private async Task WorkAsync(ConcurrentQueue<DueCase> waiting, TaskCompletionSource noMore, bool letsPeoplePass, CancellationToken cancellationToken)
    {
        try
        {
            while (!waiting.IsEmpty)
            {
                if (letsPeoplePass && people?.NobodyAsync() is { IsCompleted: false } nobody)
                {
                    await Task.WhenAny(nobody, noMore.Task);
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (waiting.TryDequeue(out var next))
                {
                    await PassTimeAsync(next.Case, cancellationToken);
                }
            }
        }
        finally
        {
            // Whoever still waits for people need not: nothing is left, or the sweep has failed and will be made again.
            noMore.TrySetResult();
        }
    }

    /// <summary>Fires all that is due in one case.</summary>
    public async Task PassTimeAsync(CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            var answer = await cases.SendAsync(
                new SignalRequest(new SignalId(Guid.CreateVersion7(now).ToString()), id, now, Actor.System, new SignalBody.PassTime(), []),
                cancellationToken);
            if (answer is { Wrote: false, State: { } state })
            {
                // Nothing was due after all: the calendar or the office's hours have changed since the date was written.
                await store.SetDueAsync(id, state.Version, Lifecycle.NextDue(await rulebooks.ForAsync(state.Pack, cancellationToken), state), cancellationToken);
            }
        }
        catch (CaseParkedException parked)
        {
            Log.Parked(logger, id.Value, parked);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Time does not pass for {Case}: it is parked.")]
        public static partial void Parked(ILogger logger, string @case, Exception error);
    }
}
