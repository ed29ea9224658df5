using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Bounds guessing. A pause holds the browser, the session or the link that typed wrong codes. Beside it one count for each person holds
/// whatever that person has never typed a right code in, so that many sessions guess no faster than one. Whoever got hold of an official's
/// mail can keep the official from signing with neither: a known browser and a recovery code are never in that count.
/// </summary>
public sealed class CodeTries(ICaseStore store, WallClock wall)
{
    private const int BetweenPauses = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5), LongestPause = TimeSpan.FromDays(1), Kept = TimeSpan.FromDays(7);

    /// <summary>Takes a try before the code is looked at, so that tries at the same moment count one by one; false while there is a pause.</summary>
    public async Task<bool> TakeAsync(string whose, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var now = wall.Time.GetUtcNow();
            var was = await store.RecordAsync(RecordKinds.Tries, whose, cancellationToken);
            var wrong = was is null ? new WrongCodes(0, 0, null) : JsonSerializer.Deserialize(was.Json, CaseJson.Stored.WrongCodes)!;
            if (wrong.Until > now)
            {
                return false;
            }

            var next = wrong.Tries + 1 < BetweenPauses
                ? wrong with { Tries = wrong.Tries + 1, Until = null }
                : new WrongCodes(0, wrong.Pauses + 1, now + Pause(wrong.Pauses));
            var record = new KeyedRecord(RecordKinds.Tries, whose, JsonSerializer.Serialize(next, CaseJson.Stored.WrongCodes), now + Kept);
            if (was is null ? await store.InsertRecordAsync(record, cancellationToken) : await store.ReplaceRecordAsync(was, record, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>A right code begins anew.</summary>
    public Task ForgetAsync(string whose, CancellationToken cancellationToken) => store.DeleteRecordAsync(RecordKinds.Tries, whose, cancellationToken);

    private static TimeSpan Pause(int before) => FirstPause * Math.Pow(2, Math.Min(before, 10)) is var pause && pause < LongestPause ? pause : LongestPause;

    /// <summary>The count of a browser, a session or a link.</summary>
    public static string Of(Token? holder) => $"code|{holder?.Hash.Value ?? "nobody"}";

    /// <summary>The count of all that a person has never typed a right code in.</summary>
    public static string OfUnknown(PersonId person) => $"code-of|{person}";
}
