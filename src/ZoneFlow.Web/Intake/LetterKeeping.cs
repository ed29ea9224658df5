using System.Security.Cryptography;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Intake;

/// <summary>Keeps a letter under its 文号: judged first, then rendered once and stored, so that nothing refused leaves a trace.</summary>
public sealed class LetterKeeping(LetterPapersOfCases papers, IDocumentStore documents, Desk desk)
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

    private static LetterPaper Blank { get; } = Of([], "");

    private static LetterPaper Of(byte[] bytes, string type) => new(ContentHash.FromDigest(SHA256.HashData(bytes)), type, bytes.Length);
}
