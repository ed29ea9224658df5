using System.Diagnostics;

namespace ZoneFlow.Server.Bench;

/// <summary>Times that something took, in order of length.</summary>
internal sealed class Latencies
{
    private readonly List<long> _ticks = [];

    public int Count => _ticks.Count;

    public void Add(long from)
    {
        var took = Stopwatch.GetTimestamp() - from;
        lock (_ticks)
        {
            _ticks.Add(took);
        }
    }

    /// <summary>In milliseconds: the time that so great a part of them stayed within.</summary>
    public double Within(double part)
    {
        lock (_ticks)
        {
            _ticks.Sort();
            return _ticks.Count == 0 ? 0 : _ticks[Math.Min(_ticks.Count - 1, (int)(part * _ticks.Count))] * 1_000d / Stopwatch.Frequency;
        }
    }

    public static double SecondsSince(long from) => Stopwatch.GetElapsedTime(from).TotalSeconds;
}
