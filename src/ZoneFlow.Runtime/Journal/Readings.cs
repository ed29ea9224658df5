using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Journal;

/// <summary>Who read which dossier: once an hour for each person and each kind of thing, kept as long as the policy says.</summary>
public sealed partial class Readings(ICaseStore store, Office office, TimeProvider time, ILogger<Readings> logger)
{
    /// <summary>Writes a reading down. A store that is full or away is said in the log and stops nobody from reading.</summary>
    public async Task NoteAsync(CaseState of, Actor reader, string what, CancellationToken cancellationToken)
    {
        if (reader is not { Person: { } person, Party: { } party })
        {
            return;
        }

        var (id, now) = (of.Id, time.GetUtcNow());
        var key = string.Create(CultureInfo.InvariantCulture, $"{id}|{now.UtcDateTime:yyyy-MM-dd'T'HH}|{person}|{what}");
        try
        {
            if (await store.RecordAsync(RecordKinds.Reading, key, cancellationToken) is null)
            {
                var reading = new Reading(id, person, party, what, now);
                await store.InsertRecordAsync(
                    new KeyedRecord(RecordKinds.Reading, key, JsonSerializer.Serialize(reading, CaseJson.Stored.Reading), await UntilAsync(of, now, cancellationToken)), cancellationToken);
            }
        }
        catch (Exception failed) when (failed is IOException or StoreFullException)
        {
            Log.NotWritten(logger, id.Value, failed);
        }
    }

    /// <summary>The readings of a case, or of all, the latest first.</summary>
    public async Task<IReadOnlyList<Reading>> AllAsync(CaseId? of, int most, CancellationToken cancellationToken) =>
    [
        .. (await store.RecordsAsync(RecordKinds.Reading, of is { } id ? $"{id}|" : "", int.MaxValue, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.Reading)!).OrderByDescending(r => r.At).Take(most),
    ];

    /// <summary>When a reading of a case may go: by the latest revision of its policy.</summary>
    private async Task<DateTimeOffset> UntilAsync(CaseState of, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var policy = await office.PublishedAsync(of.Pack.Pack, cancellationToken);
        var term = policy?.Cases.GetValueOrDefault(of.Kind)?.Keep?.Readings ?? KeepRule.ReadingsUnsaid;
        return term.Unit == PeriodUnit.Years ? now.AddYears(term.Count) : now.AddMonths(term.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "That {Case} was read could not be written down.")]
        public static partial void NotWritten(ILogger logger, string @case, Exception error);
    }
}
