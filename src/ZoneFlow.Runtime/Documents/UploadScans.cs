using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Told of an upload that turned out to be infected only after it had been filed.</summary>
public delegate Task InfectionTold(WaitingScan scan, CancellationToken cancellationToken);

/// <summary>
/// Has every upload scanned, and keeps from everybody what no scanner has passed. Each upload is scanned for itself, also where
/// its bytes are in the store already: how long it takes and what becomes of it say nothing of what others have brought.
/// </summary>
/// <remarks>An upload is known by the digest of its name, which is salted and so its own.</remarks>
public sealed partial class UploadScans(
    ICaseStore store, IDocumentStore documents, ContentScanner scanner, WallClock wall, ILogger<UploadScans> logger, InfectionTold? told = null)
{
    private const int Most = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15), LongestPause = TimeSpan.FromMinutes(10);

    public bool HasScanner => scanner != ScanResult.NoScanner;

    /// <summary>Scans a new upload. One that could not be scanned is written down as waiting before this returns.</summary>
    /// <returns>The scanner's name for what it found; null where the upload may be filed, scanned or waiting.</returns>
    public async Task<string?> TakeAsync(ContentHash content, Confided name, Actor by, CancellationToken cancellationToken)
    {
        if (!HasScanner)
        {
            return null;
        }

        try
        {
            return await AskAsync(content, cancellationToken) is ScanResult.Infected infected ? infected.Finding : null;
        }
        catch (IOException unreachable)
        {
            var now = wall.Time.GetUtcNow();
            Log.Unscanned(logger, unreachable.Message);
            await PutAsync(name.Digest, new WaitingScan(content, by.Person, by.Party, now, 1, now + FirstPause, unreachable.Message, null), cancellationToken);
            return null;
        }
    }

    /// <summary>What stands against handing an upload out; null where nothing does.</summary>
    public async Task<WaitingScan?> FindAsync(Confided name, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Scan, name.Digest, cancellationToken) is { } record ? Read(record) : null;

    /// <summary>All that wait, and all that were found infected.</summary>
    public async Task<IReadOnlyList<WaitingScan>> AllAsync(int most, CancellationToken cancellationToken) =>
        [.. (await store.RecordsAsync(RecordKinds.Scan, "", most, cancellationToken)).Select(Read)];

    /// <summary>Scans what waits and is due to be tried again; stops at the first that the scanner does not answer.</summary>
    /// <returns>When to come again, or null where nothing waits.</returns>
    public async Task<DateTimeOffset?> RetryAsync(CancellationToken cancellationToken)
    {
        if (!HasScanner)
        {
            return null;
        }

        var now = wall.Time.GetUtcNow();
        foreach (var record in await store.RecordsAsync(RecordKinds.Scan, "", Most, cancellationToken))
        {
            if (Read(record) is { IsInfected: false } scan && scan.NextTry <= now && !await AgainAsync(record, scan, cancellationToken))
            {
                break;
            }
        }

        var left = (await AllAsync(Most, cancellationToken)).Where(s => !s.IsInfected).Select(s => s.NextTry).ToList();
        return left.Count == 0 ? null : left.Min() is var next && next > now + FirstPause ? next : now + FirstPause;
    }

    private async Task<bool> AgainAsync(KeyedRecord record, WaitingScan scan, CancellationToken cancellationToken)
    {
        try
        {
            switch (await AskAsync(scan.Content, cancellationToken))
            {
                case ScanResult.Infected infected:
                    Log.Infected(logger, scan.Content.Value, infected.Finding);
                    var found = scan with { Finding = infected.Finding, Why = null };
                    if (told is not null)
                    {
                        await told(found, cancellationToken);
                    }

                    await PutAsync(record.Key, found, cancellationToken);
                    break;
                case ScanResult.Clean or null:
                    await store.DeleteRecordAsync(RecordKinds.Scan, record.Key, cancellationToken);
                    break;
            }

            return true;
        }
        catch (IOException unreachable)
        {
            var pause = FirstPause * Math.Pow(2, Math.Min(scan.Tries, 10));
            await PutAsync(
                record.Key,
                scan with { Tries = scan.Tries + 1, NextTry = wall.Time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause), Why = unreachable.Message },
                cancellationToken);
            return false;
        }
    }

    // Null where the upload itself is gone: it was given up, and nobody can be handed it.
    private async Task<ScanResult?> AskAsync(ContentHash content, CancellationToken cancellationToken)
    {
        await using var stream = await documents.OpenAsync(content, cancellationToken);
        return stream is null ? null : await scanner(stream, cancellationToken);
    }

    private Task PutAsync(string key, WaitingScan scan, CancellationToken cancellationToken) =>
        store.PutRecordAsync(new KeyedRecord(RecordKinds.Scan, key, JsonSerializer.Serialize(scan, CaseJson.Stored.WaitingScan), null), cancellationToken);

    private static WaitingScan Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, CaseJson.Stored.WaitingScan)!;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An upload waits unscanned: {Why}")]
        public static partial void Unscanned(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Critical, Message = "The upload {Content}, filed while the scanner was away, is infected: {Finding}. It is handed to nobody.")]
        public static partial void Infected(ILogger logger, string content, string finding);
    }
}
