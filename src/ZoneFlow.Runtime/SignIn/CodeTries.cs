using System.Text.Json;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Bounds guessing by whoever guesses, never by whose code it is: a pause holds the session or the link that typed wrong codes, so
/// that nobody who got hold of an official's mail can keep the official from signing.
/// </summary>
public sealed class CodeTries(ICaseStore store, WallClock wall)
{
    private const int BetweenPauses = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5), LongestPause = TimeSpan.FromDays(1), Kept = TimeSpan.FromDays(7);

    /// <summary>Takes a try before the code is looked at, so that tries at the same moment count one by one; false while there is a pause.</summary>
    public async Task<bool> TakeAsync(Token? holder, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var now = wall.Time.GetUtcNow();
            var was = await store.RecordAsync(RecordKinds.Tries, Key(holder), cancellationToken);
            var wrong = was is null ? new WrongCodes(0, 0, null) : JsonSerializer.Deserialize(was.Json, CaseJson.Stored.WrongCodes)!;
            if (wrong.Until > now)
            {
                return false;
            }

            var next = wrong.Tries + 1 < BetweenPauses
                ? wrong with { Tries = wrong.Tries + 1, Until = null }
                : new WrongCodes(0, wrong.Pauses + 1, now + Pause(wrong.Pauses));
            var record = new KeyedRecord(RecordKinds.Tries, Key(holder), JsonSerializer.Serialize(next, CaseJson.Stored.WrongCodes), now + Kept);
            if (was is null ? await store.InsertRecordAsync(record, cancellationToken) : await store.ReplaceRecordAsync(was, record, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>A right code begins anew.</summary>
    public Task ForgetAsync(Token? holder, CancellationToken cancellationToken) => store.DeleteRecordAsync(RecordKinds.Tries, Key(holder), cancellationToken);

    private static TimeSpan Pause(int before) => FirstPause * Math.Pow(2, Math.Min(before, 10)) is var pause && pause < LongestPause ? pause : LongestPause;

    private static string Key(Token? holder) => $"code|{holder?.Hash.Value ?? "nobody"}";
}
