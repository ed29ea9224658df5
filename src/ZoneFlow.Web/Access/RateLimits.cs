using System.Globalization;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Access;

/// <summary>Counts tries within a window, for what could be guessed or flooded. The wall clock rules here.</summary>
public sealed class RateLimits(ICaseStore store, WallClock wall, SecurityLog log)
{
    public async Task<bool> AllowAsync(string what, int most, TimeSpan within, CancellationToken cancellationToken)
    {
        var now = wall.Time.GetUtcNow();
        var key = $"{what}|{now.UtcTicks / within.Ticks}";
        for (; ;)
        {
            var was = await store.RecordAsync(RecordKinds.Tries, key, cancellationToken);
            var tries = was is null ? 1 : int.Parse(was.Json, CultureInfo.InvariantCulture) + 1;
            if (tries > most)
            {
                log.TooMany(what.Split('|')[0]);
                return false;
            }

            var record = new KeyedRecord(RecordKinds.Tries, key, tries.ToString(CultureInfo.InvariantCulture), now + within);
            if (was is null ? await store.InsertRecordAsync(record, cancellationToken) : await store.ReplaceRecordAsync(was, record, cancellationToken))
            {
                return true;
            }
        }
    }
}
