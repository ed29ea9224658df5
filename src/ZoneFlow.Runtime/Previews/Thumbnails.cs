using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Previews;

/// <summary>
/// Thumbnails of pictures, made one after another outside of any request: a request only asks for one, waits a moment, and shows a plain
/// symbol until it is there. They are kept for a month beside the cases, can be made again at any time, and are in no dossier and no journal.
/// </summary>
public sealed partial class Thumbnails(ICaseStore store, IDocumentStore documents, PreviewLimits limits, WallClock wall, ILogger<Thumbnails> logger) : IDisposable
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ContentHash, TaskCompletionSource> _waiting = new();
    private readonly ConcurrentQueue<(ContentHash Content, string MediaType)> _asked = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _isRunning;

    /// <summary>The thumbnail if it has been made, or is within a moment; null where it is still on its way or too many wait: whoever looks next asks again.</summary>
    public async Task<KeptThumbnail?> FindAsync(ContentHash content, string mediaType, CancellationToken cancellationToken)
    {
        if (await KeptAsync(content, cancellationToken) is { } kept)
        {
            return kept;
        }

        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = _waiting.Count < MostWaiting ? _waiting.GetOrAdd(content, mine) : _waiting.GetValueOrDefault(content);
        if (waiting is null)
        {
            return null;
        }

        if (waiting == mine)
        {
            _asked.Enqueue((content, mediaType));
            Start();
        }

        return await Task.WhenAny(waiting.Task, Task.Delay(Moment, cancellationToken)) == waiting.Task ? await KeptAsync(content, cancellationToken) : null;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref _isRunning, 1, 0) == 0)
        {
            _ = Task.Run(RunAsync);
        }
    }

    // One at a time: a picture may take all of a processor for as long as the limits let it.
    private async Task RunAsync()
    {
        while (_asked.TryDequeue(out var next))
        {
            try
            {
                await MakeAsync(next.Content, next.MediaType);
            }
            catch (Exception failed) when (failed is not OperationCanceledException and not ObjectDisposedException)
            {
                Log.Failed(logger, failed, next.Content.Value);
            }
            finally
            {
                if (_waiting.TryRemove(next.Content, out var asked))
                {
                    asked.SetResult();
                }
            }
        }

        Interlocked.Exchange(ref _isRunning, 0);
        if (!_asked.IsEmpty)
        {
            Start();
        }
    }

    private async Task<KeptThumbnail?> KeptAsync(ContentHash content, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Thumbnail, content.Value, cancellationToken) is { } record
            ? JsonSerializer.Deserialize(record.Json, CaseJson.Stored.KeptThumbnail)
            : null;

    private async Task MakeAsync(ContentHash content, string mediaType)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        await using var stream = await documents.OpenAsync(content, late.Token);
        if (stream is null)
        {
            return;
        }

        late.CancelAfter(limits.Longest);
        var (png, why) = Previewing.Thumbnail(stream, mediaType, limits, late.Token);
        _stopping.Token.ThrowIfCancellationRequested();
        if (why is not null)
        {
            Log.None(logger, content.Value, why.Code);
        }

        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.Thumbnail, content.Value, JsonSerializer.Serialize(new KeptThumbnail(png, why?.Code), CaseJson.Stored.KeptThumbnail), wall.Time.GetUtcNow() + Kept),
            _stopping.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "No thumbnail of {Content}: {Why}")]
        public static partial void None(ILogger logger, string content, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "The thumbnail of {Content} failed")]
        public static partial void Failed(ILogger logger, Exception failed, string content);
    }
}
