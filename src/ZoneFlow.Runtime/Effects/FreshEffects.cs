using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Effects;

/// <summary>
/// Effects of commits that this process is making, by id, so that whoever runs them need not parse what was written a
/// moment ago. The outbox alone says what is to be run, and in what words: what is kept of a commit that another one
/// overtook reads otherwise, and is not taken.
/// </summary>
public sealed class FreshEffects
{
    private const int Most = 4_096;
    private readonly ConcurrentDictionary<string, Fresh> _effects = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>
    /// Keeps the effects of a commit from before it is made, since they may be run before whoever makes it hears of it. Those
    /// that wait for a later hour would only take up room.
    /// </summary>
    public void Keep(ImmutableArray<OutboxEffect> written, ImmutableArray<Effect> effects, DateTimeOffset now)
    {
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].NextTry <= now && Volatile.Read(ref _count) < Most && _effects.TryAdd(written[i].Id, new Fresh(written[i].Json, effects[i])))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    /// <summary>Their commit was not made, or nobody knows.</summary>
    public void LetGo(ImmutableArray<OutboxEffect> written)
    {
        foreach (var effect in written)
        {
            _ = Take(effect);
        }
    }

    /// <summary>The effect, which is then no longer kept; null where it has to be read.</summary>
    public Effect? Take(OutboxEffect written)
    {
        if (!_effects.TryRemove(written.Id, out var fresh))
        {
            return null;
        }

        Interlocked.Decrement(ref _count);
        return fresh.Json == written.Json ? fresh.Effect : null;
    }

    private sealed record Fresh(string Json, Effect Effect);
}
