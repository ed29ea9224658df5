using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Intake;

/// <summary>
/// How much somebody may bring in a day: a party, whoever of it comes; a case, whoever brings it; and an address from which
/// somebody comes without signing in. What was refused counts too, for it has been stored all the same until it is swept.
/// </summary>
public sealed class UploadQuota(ICaseStore store, UploadLimits limits, WallClock wall)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>How many bytes may still be brought with a request.</summary>
    public async Task<long> LeftAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var left = long.MaxValue;
        foreach (var (key, most) in Of(http))
        {
            left = Math.Min(left, most - await UsedAsync(key, cancellationToken));
        }

        return Math.Max(0, left);
    }

    /// <summary>Counts what was brought.</summary>
    public async Task CountAsync(HttpContext http, long bytes, CancellationToken cancellationToken)
    {
        foreach (var (key, _) in Of(http))
        {
            while (!await AddAsync(key, bytes, cancellationToken))
            {
            }
        }
    }

    private IEnumerable<(string Key, long Most)> Of(HttpContext http)
    {
        var day = CivilDate.Of(wall.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return LinkHolder.Bringing(http).Party is { } party
            ? ($"party|{party}|{day}", limits.MostBytesOfParty)
            : ($"address|{http.Connection.RemoteIpAddress}|{day}", limits.MostBytesOfStranger);
        if (http.GetRouteValue("id") is string id)
        {
            yield return ($"case|{id}|{day}", limits.MostBytesOfCase);
        }
    }

    private async Task<long> UsedAsync(string key, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Quota, key, cancellationToken) is { } record ? Bytes(record) : 0;

    private async Task<bool> AddAsync(string key, long bytes, CancellationToken cancellationToken)
    {
        var was = await store.RecordAsync(RecordKinds.Quota, key, cancellationToken);
        var used = (was is null ? 0 : Bytes(was)) + bytes;
        var now = new KeyedRecord(RecordKinds.Quota, key, used.ToString(CultureInfo.InvariantCulture), wall.Time.GetUtcNow() + Kept);
        return was is null ? await store.InsertRecordAsync(now, cancellationToken) : await store.ReplaceRecordAsync(was, now, cancellationToken);
    }

    private static long Bytes(KeyedRecord record) => long.Parse(record.Json, CultureInfo.InvariantCulture);
}
