using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>Time-based codes: enrolled in person with the operator, each used once, with a pause after some wrong ones.</summary>
public sealed class Codes(ICaseStore store, WallClock wall, RandomBytes random)
{
    private const int MostWrong = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
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

    /// <summary>Puts the proposed secret in force where the code is one of it; that code is used up.</summary>
    public async Task<bool> ConfirmAsync(PersonId person, string? typed, CancellationToken cancellationToken)
    {
        if (await ProposedAsync(person, cancellationToken) is not { } secret
            || TimeBasedCode.Match(secret, typed, wall.Time.GetUtcNow(), null) is not { } step)
        {
            return false;
        }

        await store.PutRecordAsync(Record(person, new CodeRecord(secret.Text, step, 0, null)), cancellationToken);
        await store.DeleteRecordAsync(RecordKinds.Code, Proposed(person).Value, cancellationToken);
        return true;
    }

    /// <summary>The person's secret, or null where none is enrolled. Shown by a demonstration only.</summary>
    public async Task<TimeBasedSecret?> SecretAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is { } record
        && TimeBasedSecret.TryParse(JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CodeRecord)!.Secret, out var secret)
            ? secret
            : null;

    /// <summary>Checks a code and uses it up.</summary>
    public async Task<CodeVerdict> UseAsync(PersonId person, string? typed, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            if (await store.RecordAsync(RecordKinds.Code, person.Value, cancellationToken) is not { } record)
            {
                return CodeVerdict.NotEnrolled;
            }

            var now = wall.Time.GetUtcNow();
            var code = JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CodeRecord)!;
            if (code.LockedUntil > now)
            {
                return CodeVerdict.Paused;
            }

            if (!TimeBasedSecret.TryParse(code.Secret, out var secret))
            {
                throw new InvalidOperationException("A stored secret cannot be read.");
            }

            var step = TimeBasedCode.Match(secret, typed, now, code.LastStep);
            var wrong = code.Wrong + 1;
            var next = step is null
                ? code with { Wrong = wrong % MostWrong, LockedUntil = wrong >= MostWrong ? now + Pause : null }
                : code with { LastStep = step, Wrong = 0, LockedUntil = null };
            if (await store.ReplaceRecordAsync(record, Record(person, next), cancellationToken))
            {
                return step is null ? CodeVerdict.Wrong : CodeVerdict.Right;
            }
        }
    }

    private static PersonId Proposed(PersonId person) => new($"proposed|{person}");

    private static KeyedRecord Record(PersonId person, CodeRecord code) =>
        new(RecordKinds.Code, person.Value, JsonSerializer.Serialize(code, CaseJson.Stored.CodeRecord), null);
}
