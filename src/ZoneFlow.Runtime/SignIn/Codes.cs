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

    /// <summary>A new secret for a person; the one before holds no more.</summary>
    public async Task<TimeBasedSecret> EnrolAsync(PersonId person, CancellationToken cancellationToken)
    {
        var secret = TimeBasedSecret.New(random);
        await store.PutRecordAsync(Record(person, new CodeRecord(secret.Text, null, 0, null)), cancellationToken);
        return secret;
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

    private static KeyedRecord Record(PersonId person, CodeRecord code) =>
        new(RecordKinds.Code, person.Value, JsonSerializer.Serialize(code, CaseJson.Stored.CodeRecord), null);
}
