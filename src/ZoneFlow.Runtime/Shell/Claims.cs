using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Shell;

/// <summary>
/// What must be unique across cases: a record inserted before the commit and owned by the case, confirmed by the
/// commit, and freed by the sweep if that never came.
/// </summary>
public sealed class Claims(ICaseStore store, WallClock wall)
{
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromHours(1);

    /// <summary>The claim on a zone's name within a scheme; neither spaces nor full-width letters make another name.</summary>
    public static string Name(string scheme, string title) => $"name|{scheme}|{string.Concat(HalfWidth.Of(title).Where(c => !char.IsWhiteSpace(c)))}";

    public static string Number(string number) => $"number|{number}";

    /// <summary>The claim on a 文号, which one letter of the whole installation may have.</summary>
    public static string DocumentNumber(string number) => $"document-number|{number}";

    /// <summary>Takes a claim for a case, or finds that it already has it; false where another case does.</summary>
    public Task<bool> TakeAsync(string key, CaseId owner, CancellationToken cancellationToken) => TakeAsync(key, owner, null, cancellationToken);

    /// <param name="part">The part of the case that owns it, such as one letter; null where all of the case does.</param>
    public async Task<bool> TakeAsync(string key, CaseId owner, string? part, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var fresh = Record(key, new Claim(owner, false) { Part = part }, wall.Time.GetUtcNow() + Unconfirmed);
            if (await store.InsertRecordAsync(fresh, cancellationToken))
            {
                return true;
            }

            if (await store.RecordAsync(RecordKinds.Claim, key, cancellationToken) is not { } record)
            {
                continue;
            }

            var claim = JsonSerializer.Deserialize(record.Json, CaseJson.Stored.Claim)!;
            if (claim.Owner == owner && claim.Part == part)
            {
                return true;
            }

            if (claim.Confirmed || record.Expires > wall.Time.GetUtcNow())
            {
                return false;
            }

            // One of those who find it expired gets it; the others look again and find whose it is now.
            if (await store.ReplaceRecordAsync(record, fresh, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>Whether a case has the claim for good.</summary>
    public async Task<bool> IsTakenAsync(string key, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Claim, key, cancellationToken) is { } record && JsonSerializer.Deserialize(record.Json, CaseJson.Stored.Claim)!.Confirmed;

    /// <summary>The claim as the commit writes it.</summary>
    public static KeyedRecord Confirmed(string key, CaseId owner, string? part = null) => Record(key, new Claim(owner, true) { Part = part }, null);

    /// <summary>The claim as the commit lets go of it: the next who asks may take it.</summary>
    public static KeyedRecord Released(string key, CaseId owner) => Record(key, new Claim(owner, false), DateTimeOffset.UnixEpoch);

    private static KeyedRecord Record(string key, Claim claim, DateTimeOffset? expires) =>
        new(RecordKinds.Claim, key, JsonSerializer.Serialize(claim, CaseJson.Stored.Claim), expires);
}
