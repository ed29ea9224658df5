using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SendGrid;

/// <summary>The provider's event webhook: what could not be delivered is kept for the operator.</summary>
/// <param name="publicKey">The webhook's public key, or null where none is set: then nothing is taken.</param>
public sealed partial class SendGridEvents(ICaseStore store, string? publicKey, TimeProvider time, ILogger<SendGridEvents> logger)
{
    /// <summary>The custom argument that every mail carries: the part of its Message-ID before the @.</summary>
    public const string MessageArgument = "zoneflow_message";

    private const int LargestBody = 4 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly HashSet<string> Failures = new(StringComparer.Ordinal) { "bounce", "dropped", "blocked", "spamreport" };

    /// <summary>Takes a batch of events; answers the HTTP status: 204 taken, 400 no events, 403 not the provider's, 404 not set up.</summary>
    public async Task<int> TakeAsync(Stream body, string? signature, string? timestamp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (publicKey is null)
        {
            return 404;
        }

        using var copy = new MemoryStream();
        var buffer = new byte[16_384];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > LargestBody)
            {
                return 413;
            }
        }

        var bytes = copy.ToArray();
        if (!SendGridSignature.IsGood(publicKey, signature, timestamp, bytes, time.GetUtcNow()))
        {
            return 403;
        }

        if (Read(bytes) is not { } events)
        {
            return 400;
        }

        foreach (var undelivered in events)
        {
            var json = JsonSerializer.Serialize(undelivered, SendGridJson.Stored.Undelivered);
            var key = $"{undelivered.At.ToUnixTimeSeconds().ToString("D12", CultureInfo.InvariantCulture)}|{undelivered.Message}|{undelivered.Event}";
            await store.PutRecordAsync(new KeyedRecord(RecordKinds.Undelivered, key, json, time.GetUtcNow() + Kept), cancellationToken);
            Log.Undelivered(logger, undelivered.Message, undelivered.Event);
        }

        return 204;
    }

    /// <summary>What was kept of a mail that could not be delivered.</summary>
    public static Undelivered Read(KeyedRecord kept) => JsonSerializer.Deserialize(kept.Json, SendGridJson.Stored.Undelivered)!;

    /// <summary>The failures of our own mails in a batch of events; null where it is none.</summary>
    public static IReadOnlyList<Undelivered>? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var events = JsonSerializer.Deserialize(body, SendGridJson.Stored.SendGridEventArray) ?? [];
            return [.. events.Where(e => e.Message is not null && Failures.Contains(e.Event ?? "")).Select(e => new Undelivered(
                e.Message!, e.Email ?? "", e.Event == "bounce" && e.Type == "blocked" ? "blocked" : e.Event!, e.Reason ?? e.Status ?? "", DateTimeOffset.FromUnixTimeSeconds(e.Timestamp)))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Message} came back from the provider: {Event}.")]
        public static partial void Undelivered(ILogger logger, string message, string @event);
    }
}
