using System.Globalization;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Hosting;

/// <summary>The demonstration's clock: the wall's, and an offset that is kept with the data and only ever grows.</summary>
internal sealed class MovableClock(TimeProvider wall) : TimeProvider
{
    private const string Key = "clock-offset";
    private long _offset;

    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => wall.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes up the offset kept with the data, or begins at an instant where there is none.</summary>
    public async Task StartAsync(ICaseStore store, DateTimeOffset beginning, CancellationToken cancellationToken)
    {
        if (await store.RecordAsync(RecordKinds.Installation, Key, cancellationToken) is { } record)
        {
            Interlocked.Exchange(ref _offset, long.Parse(record.Json, CultureInfo.InvariantCulture));
        }
        else
        {
            await MoveToAsync(store, beginning, cancellationToken);
        }
    }

    public async Task MoveToAsync(ICaseStore store, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var offset = (instant - wall.GetUtcNow()).Ticks;
        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.Installation, Key, offset.ToString(CultureInfo.InvariantCulture), null), cancellationToken);
        Interlocked.Exchange(ref _offset, offset);
    }
}
