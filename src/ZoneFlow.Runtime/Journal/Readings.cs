using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Journal;

/// <summary>Who read which dossier: once an hour for each person and each kind of thing, kept for three years.</summary>
public sealed partial class Readings(ICaseStore store, TimeProvider time, ILogger<Readings> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 366);

    /// <summary>Writes a reading down. A store that is full or away is said in the log and stops nobody from reading.</summary>
    public async Task NoteAsync(CaseId id, Actor reader, string what, CancellationToken cancellationToken)
    {
        if (reader is not { Person: { } person, Party: { } party })
        {
            return;
        }

        var now = time.GetUtcNow();
        var key = string.Create(CultureInfo.InvariantCulture, $"{id}|{now.UtcDateTime:yyyy-MM-dd'T'HH}|{person}|{what}");
        try
        {
            if (await store.RecordAsync(RecordKinds.Reading, key, cancellationToken) is null)
            {
                var reading = new Reading(id, person, party, what, now);
                await store.InsertRecordAsync(
                    new KeyedRecord(RecordKinds.Reading, key, JsonSerializer.Serialize(reading, CaseJson.Stored.Reading), now + Kept), cancellationToken);
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "That {Case} was read could not be written down.")]
        public static partial void NotWritten(ILogger logger, string @case, Exception error);
    }
}
