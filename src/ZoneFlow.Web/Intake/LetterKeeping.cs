using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Intake;

/// <summary>Keeps a letter under its 文号: judged first, then rendered once and stored, so that nothing refused leaves a trace.</summary>
public sealed partial class LetterKeeping(LetterPapersOfCases papers, IDocumentStore documents, Desk desk, SealService seals, UploadLimits limits, ILogger<LetterKeeping> logger)
{
    private const long MostBytes = 16 << 20;

    public async Task<Answer> KeepAsync(AtWork at, PostedPage posted, string key, CancellationToken cancellationToken)
    {
        var typed = posted.Typed.One("number");
        var number = DocumentNumber.Parse(typed) ?? typed;
        var letter = await papers.FindAsync(at.State.Id, key, cancellationToken);
        if (letter is null || !at.Pack.Letters.TryGetValue(letter.Row.Template, out var rule))
        {
            return await SendAsync(new SignalBody.NumberLetter(key, number, Blank, Blank, ""));
        }

        var (page, docx) = await LetterPapersOfCases.RenderAsync(await papers.PaperAsync(at.Pack, at.State, letter, number, cancellationToken));
        var body = new SignalBody.NumberLetter(
            key, number, Of(page, LetterPapersOfCases.PageType), Of(docx, PaperDocx.MediaType), LetterPapersOfCases.TemplateRevision(rule));
        if (!await desk.IsAnsweredAsync(posted.Signal, cancellationToken)
            && await desk.RefusalOfAsync(at.State.Id, posted.ReceivedAt, at.Actor, body, cancellationToken) is { } refusal)
        {
            return new Answer(at.State, refusal, at.State.Version, false);
        }

        foreach (var bytes in new[] { page, docx })
        {
            using var stream = new MemoryStream(bytes, false);
            await documents.PutAsync(stream, MostBytes, cancellationToken);
        }

        return await SendAsync(body);

        Task<Answer> SendAsync(SignalBody asked) =>
            desk.SendAsync(posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, asked, posted.Confiding, posted.Asked, cancellationToken);
    }

    /// <summary>Takes a kept letter to the seal service and its answer into the dossier.</summary>
    public async Task<Answer> SealAsync(AtWork at, PostedPage posted, string key, CancellationToken cancellationToken)
    {
        var letter = await papers.FindAsync(at.State.Id, key, cancellationToken);
        var asked = new SignalBody.SealLetter(key, Blank, "");
        if (await desk.IsAnsweredAsync(posted.Signal, cancellationToken))
        {
            return await SendAsync(asked);
        }

        if (await desk.RefusalOfAsync(at.State.Id, posted.ReceivedAt, at.Actor, asked, cancellationToken) is { } refusal)
        {
            return Refused(refusal);
        }

        if (seals.Seal is not { } seal || letter?.Paper is not { } kept)
        {
            return Refused(new Refusal("no-seal-service", "本机没有配置电子签章服务。", "No certified seal service is set up here."));
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SealedDocument answer;
        byte[] docx;
        try
        {
            docx = await BytesAsync(kept.Docx.Content, cancellationToken);
            var title = await papers.TitleAsync(at.Pack, at.State, letter, cancellationToken);
            var request = new SealRequest(at.State.Id.Value, key, kept.Number, title.Zh, docx, Digest(docx));
            late.CancelAfter(seals.Longest);
            answer = await seal(request, late.Token).WaitAsync(late.Token);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // The service is the office's own and may fail in any way of its own; the letter is as it was.
            Log.Failed(logger, failed, at.State.Id.Value, key);
            return Refused(new Refusal("seal-unavailable", "签章服务没有应答，文书未改变，请稍后再试。", "The seal service did not answer; the letter is as it was. Try again later."));
        }

        if (answer.Digest != Digest(docx))
        {
            return Refused(new Refusal("seal-other-letter", "签章服务返回的不是本文书的签章件，未归档。", "What the seal service answered is not this letter's; it was not taken."));
        }

        using var content = new MemoryStream(answer.Content, false);
        if (answer.Content.Length > MostBytes || UploadInspection.Inspect(content, answer.FileName, limits) is not UploadVerdict.Accepted accepted)
        {
            return Refused(new Refusal("seal-unusable", "签章服务返回的文件无法识别或过大，未归档。", "What the seal service answered is no document we can keep."));
        }

        content.Position = 0;
        await documents.PutAsync(content, MostBytes, cancellationToken);
        return await SendAsync(new SignalBody.SealLetter(key, Of(answer.Content, accepted.MediaType), answer.Service));

        Task<Answer> SendAsync(SignalBody body) =>
            desk.SendAsync(posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, body, posted.Confiding, posted.Asked, cancellationToken);

        Answer Refused(Refusal why) => new(at.State, why, at.State.Version, false);
    }

    private async Task<byte[]> BytesAsync(ContentHash content, CancellationToken cancellationToken)
    {
        await using var stream = await documents.OpenAsync(content, cancellationToken) ?? throw new IOException($"{content} is not stored.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static LetterPaper Blank { get; } = Of([], "");

    private static LetterPaper Of(byte[] bytes, string type) => new(ContentHash.FromDigest(SHA256.HashData(bytes)), type, bytes.Length);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The seal service failed for {Letter} of {Case}")]
        public static partial void Failed(ILogger logger, Exception failed, string @case, string letter);
    }
}
