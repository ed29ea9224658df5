using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Time-based codes: enrolled in person with the operator, each used once. With them comes a sheet of recovery codes, of which each
/// takes the place of one.
/// </summary>
public sealed class Codes(ICaseStore store, WallClock wall, RandomBytes random, CodeTries tries, SecurityLog log)
{
    /// <summary>How long a browser, or a session, in which a right code was typed is known by it.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    private static readonly TimeSpan ProposalLife = TimeSpan.FromMinutes(30);

    /// <summary>A new secret for a person; the one before holds no more.</summary>
    public async Task<TimeBasedSecret> EnrolAsync(PersonId person, CancellationToken cancellationToken)
    {
        var secret = TimeBasedSecret.New(random);
        await store.PutRecordAsync(Record(person, new CodeRecord(secret.Text, null, 0, null)), cancellationToken);
        return secret;
    }

    /// <summary>A new secret to be enrolled, which opens nothing until a code of it has been typed; the one in use goes on meanwhile.</summary>
    public async Task<TimeBasedSecret> ProposeAsync(PersonId person, CancellationToken cancellationToken)
    {
        var secret = TimeBasedSecret.New(random);
        await store.PutRecordAsync(
            Record(Proposed(person), new CodeRecord(secret.Text, null, 0, null)) with { Expires = wall.Time.GetUtcNow() + ProposalLife }, cancellationToken);
        return secret;
    }

    /// <summary>The secret that waits to be confirmed, or null.</summary>
    public async Task<TimeBasedSecret?> ProposedAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Code, Proposed(person).Value, cancellationToken) is { } record && record.Expires > wall.Time.GetUtcNow()
        && TimeBasedSecret.TryParse(JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CodeRecord)!.Secret, out var secret)
            ? secret
            : null;

    /// <summary>
    /// Puts the proposed secret in force where the code is one of it; that code is used up. The secret and the sheet before hold no more.
    /// </summary>
    /// <returns>The sheet of recovery codes, shown this once; empty where the code was wrong.</returns>
    public async Task<ImmutableArray<string>> ConfirmAsync(PersonId person, string? typed, CancellationToken cancellationToken)
    {
        if (await ProposedAsync(person, cancellationToken) is not { } secret
            || TimeBasedCode.Match(secret, typed, wall.Time.GetUtcNow(), null) is not { } step)
        {
            return [];
        }

        var sheet = RecoveryCode.NewSheet(random);
        await store.PutRecordAsync(Record(person, new CodeRecord(secret.Text, step, 0, null) { Recovery = [.. sheet.Select(c => c.Hash)] }), cancellationToken);
        await store.DeleteRecordAsync(RecordKinds.Code, Proposed(person).Value, cancellationToken);
        return [.. sheet.Select(c => c.Printed)];
    }

    /// <summary>A telephone or a sheet is lost: neither opens anything any more, until the person enrols again.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        await store.DeleteRecordAsync(RecordKinds.Code, person.Value, cancellationToken);
        await store.DeleteRecordAsync(RecordKinds.Code, Proposed(person).Value, cancellationToken);
        foreach (var known in await store.RecordsAsync(RecordKinds.KnownBrowser, $"{person}|", int.MaxValue, cancellationToken))
        {
            await store.DeleteRecordAsync(RecordKinds.KnownBrowser, known.Key, cancellationToken);
        }
    }

    /// <summary>How many recovery codes a person has left.</summary>
    public async Task<int> LeftAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is { } record ? Read(record).Recovery.Length : 0;

    /// <summary>The person's secret, or null where none is enrolled. Shown by a demonstration only.</summary>
    public async Task<TimeBasedSecret?> SecretAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is { } record
        && TimeBasedSecret.TryParse(JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CodeRecord)!.Secret, out var secret)
            ? secret
            : null;

    /// <summary>Checks a code, or a recovery code in its place, and uses it up.</summary>
    /// <param name="holder">The session or the link it was typed under: wrong ones pause that and nobody else.</param>
    public Task<CodeVerdict> UseAsync(PersonId person, string? typed, Token? holder, CancellationToken cancellationToken) =>
        UseAsync(person, typed, holder, null, cancellationToken);

    /// <param name="device">What the browser is known by, once a right code was typed in it; null where there is no browser.</param>
    public async Task<CodeVerdict> UseAsync(PersonId person, string? typed, Token? holder, Token? device, CancellationToken cancellationToken)
    {
        var verdict = await JudgeAsync(person, typed, holder, device, cancellationToken);
        log.CodeTyped(person, verdict);
        return verdict;
    }

    private async Task<CodeVerdict> JudgeAsync(PersonId person, string? typed, Token? holder, Token? device, CancellationToken cancellationToken)
    {
        if (await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is null)
        {
            return CodeVerdict.NotEnrolled;
        }

        if (string.IsNullOrWhiteSpace(typed))
        {
            return CodeVerdict.Wrong;
        }

        // A known browser has a count of its own, also behind a link that somebody else has been guessing under.
        var known = await IsKnownAsync(person, device, cancellationToken) ? device : null;
        var whose = CodeTries.Of(known ?? holder);
        if (!await tries.TakeAsync(whose, cancellationToken))
        {
            return CodeVerdict.Paused;
        }

        var isGuessable = known is null && RecoveryCode.Hash(typed) is null && !await IsKnownAsync(person, holder, cancellationToken);
        if (isGuessable && !await tries.TakeAsync(CodeTries.OfUnknown(person), cancellationToken))
        {
            return CodeVerdict.Guarded;
        }

        while (await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is { } record)
        {
            if (UsedUp(Read(record), typed) is not { } next)
            {
                return CodeVerdict.Wrong;
            }

            if (await store.ReplaceRecordAsync(record, Record(person, next), cancellationToken))
            {
                await tries.ForgetAsync(whose, cancellationToken);
                await tries.ForgetAsync(CodeTries.OfUnknown(person), cancellationToken);
                await KnowAsync(person, holder, cancellationToken);
                await KnowAsync(person, device, cancellationToken);
                return CodeVerdict.Right;
            }
        }

        return CodeVerdict.NotEnrolled;
    }

    private async Task<bool> IsKnownAsync(PersonId person, Token? holder, CancellationToken cancellationToken) =>
        holder is { } token && await store.RecordAsync(RecordKinds.KnownBrowser, KnownKey(person, token), cancellationToken) is { } record && record.Expires > wall.Time.GetUtcNow();

    private async Task KnowAsync(PersonId person, Token? holder, CancellationToken cancellationToken)
    {
        if (holder is { } token)
        {
            await store.PutRecordAsync(new KeyedRecord(RecordKinds.KnownBrowser, KnownKey(person, token), "1", wall.Time.GetUtcNow() + KnownFor), cancellationToken);
        }
    }

    private static string KnownKey(PersonId person, Token token) => $"{person}|{token.Hash.Value}";

    private CodeRecord? UsedUp(CodeRecord code, string typed)
    {
        if (!TimeBasedSecret.TryParse(code.Secret, out var secret))
        {
            throw new InvalidOperationException("A stored secret cannot be read.");
        }

        return TimeBasedCode.Match(secret, typed, wall.Time.GetUtcNow(), code.LastStep) is { } step ? code with { LastStep = step }
            : RecoveryCode.Hash(typed) is { } hash && code.Recovery.Contains(hash) ? code with { Recovery = code.Recovery.Remove(hash) }
            : null;
    }

    private static CodeRecord Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CodeRecord)!;

    private static PersonId Proposed(PersonId person) => new($"proposed|{person}");

    private static KeyedRecord Record(PersonId person, CodeRecord code) =>
        new(RecordKinds.Code, person.Value, JsonSerializer.Serialize(code, CaseJson.Stored.CodeRecord), null);
}
