using System.Collections.Concurrent;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Effects;

/// <summary>
/// Effects of commits that this process has just made, by id, so that whoever runs them need not parse what was written a
/// moment ago. The outbox alone says what is to be run; what is not here is read from it.
/// </summary>
public sealed class FreshEffects
{
    private const int Most = 4_096;
    private readonly ConcurrentDictionary<string, Effect> _effects = new(StringComparer.Ordinal);
    private int _count;

    public void Keep(Effect effect)
    {
        if (Volatile.Read(ref _count) < Most && _effects.TryAdd(effect.Id, effect))
        {
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>The effect, which is then no longer kept; null where it has to be read.</summary>
    public Effect? Take(string id)
    {
        if (!_effects.TryRemove(id, out var effect))
        {
            return null;
        }

        Interlocked.Decrement(ref _count);
        return effect;
    }
}
