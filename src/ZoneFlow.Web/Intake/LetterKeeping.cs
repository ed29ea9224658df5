using System.Security.Cryptography;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Intake;

/// <summary>Keeps a letter under its 文号: judged first, then rendered once and stored, so that nothing refused leaves a trace.</summary>
public sealed class LetterKeeping(LetterPapersOfCases papers, IDocumentStore documents, Desk desk, SealService seals, UploadLimits limits)
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
        if (await desk.RefusalOfAsync(at.State.Id, posted.ReceivedAt, at.Actor, body, cancellationToken) is { } refusal)
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
        if (await desk.RefusalOfAsync(at.State.Id, posted.ReceivedAt, at.Actor, asked, cancellationToken) is { } refusal)
        {
            return Refused(refusal);
        }

        if (seals.Seal is not { } seal || letter?.Paper is not { } kept)
        {
            return Refused(new Refusal("no-seal-service", "本机没有配置电子签章服务。", "No certified seal service is set up here."));
        }

        try
        {
            var title = await papers.TitleAsync(at.Pack, at.State, letter, cancellationToken);
            var answer = await seal(
                new SealRequest(at.State.Id.Value, key, kept.Number, title.Zh, await BytesAsync(kept.Docx.Content, cancellationToken)), cancellationToken);
            using var content = new MemoryStream(answer.Content, false);
            if (UploadInspection.Inspect(content, answer.FileName, limits) is not UploadVerdict.Accepted accepted)
            {
                return Refused(new Refusal("seal-unusable", "签章服务返回的文件无法识别，未归档。", "What the seal service answered is no document we can keep."));
            }

            content.Position = 0;
            await documents.PutAsync(content, MostBytes, cancellationToken);
            return await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.SealLetter(key, Of(answer.Content, accepted.MediaType), answer.Service),
                posted.Confiding, posted.Asked, cancellationToken);
        }
        catch (Exception failed) when (failed is IOException or HttpRequestException or System.ComponentModel.Win32Exception)
        {
            return Refused(new Refusal("seal-unavailable", $"签章服务没有应答，请稍后再试：{failed.Message}", $"The seal service did not answer; try again later: {failed.Message}"));
        }

        Answer Refused(Refusal why) => new(at.State, why, at.State.Version, false);
    }

    private async Task<byte[]> BytesAsync(ContentHash content, CancellationToken cancellationToken)
    {
        await using var stream = await documents.OpenAsync(content, cancellationToken) ?? throw new IOException($"{content} is not stored.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static LetterPaper Blank { get; } = Of([], "");

    private static LetterPaper Of(byte[] bytes, string type) => new(ContentHash.FromDigest(SHA256.HashData(bytes)), type, bytes.Length);
}
