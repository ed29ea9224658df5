using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Letters of a case: shown, printed, numbered and kept, corrected, drawn up.</summary>
internal static class LetterRoutes
{
    private const int LongestReason = 2_000;

    public static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, string key, LetterPages pages, TimeProvider time) =>
        await PageAsync(http, AtWork.Of(at, time), key, pages, Typed.Nothing, null);

    /// <summary>The page to print: the bytes that were kept, or how it would look now.</summary>
    public static async Task<IResult> PaperAsync(
        HttpContext http, CaseAtHand at, string key, LetterPapersOfCases papers, IDocumentStore documents, CancellationToken cancellationToken)
    {
        if (await FindAsync(at, key, papers, cancellationToken) is not { } letter)
        {
            return Problems.NotFound(http);
        }

        if (letter.Paper is { } kept)
        {
            Allowance.KeptPaper.Give(http);
            return await ServeAsync(http, documents, at.State.Id, kept.Page, null, cancellationToken);
        }

        var paper = await papers.PaperAsync(at.Rules.Policy, at.State, letter, null, cancellationToken);
        return await PageResults.PageAsync<PaperPage, PaperPageModel>(new PaperPageModel(paper));
    }

    public static async Task<IResult> DocxAsync(
        HttpContext http, CaseAtHand at, string key, LetterPapersOfCases papers, IDocumentStore documents, CancellationToken cancellationToken)
    {
        if (await FindAsync(at, key, papers, cancellationToken) is not { } letter)
        {
            return Problems.NotFound(http);
        }

        var paper = await papers.PaperAsync(at.Rules.Policy, at.State, letter, letter.Paper?.Number, cancellationToken);
        var name = $"{string.Concat(paper.Title)}.docx";
        if (letter.Paper is { } kept)
        {
            return await ServeAsync(http, documents, at.State.Id, kept.Docx, name, cancellationToken);
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment(name);
        return Results.Bytes(PaperDocx.Of(paper), PaperDocx.MediaType);
    }

    public static async Task<IResult> SealedAsync(
        HttpContext http, CaseAtHand at, string key, LetterPapersOfCases papers, IDocumentStore documents, CancellationToken cancellationToken) =>
        await FindAsync(at, key, papers, cancellationToken) is { Sealed: { } answer }
            ? await ServeAsync(http, documents, at.State.Id, answer.Paper, $"{key}-sealed", cancellationToken)
            : Problems.NotFound(http);

    public static async Task<IResult> NumberAsync(
        HttpContext http, CaseAtHand hand, string key, PageIntake intake, LetterPages pages, LetterKeeping keeping, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        return posted is null ? problem! : await AfterAsync(http, at, key, pages, posted, await keeping.KeepAsync(at, posted, key, http.RequestAborted));
    }

    public static async Task<IResult> SealAsync(
        HttpContext http, CaseAtHand hand, string key, PageIntake intake, LetterPages pages, LetterKeeping keeping, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        return posted is null ? problem! : await AfterAsync(http, at, key, pages, posted, await keeping.SealAsync(at, posted, key, http.RequestAborted));
    }

    public static async Task<IResult> CorrectAsync(
        HttpContext http, CaseAtHand hand, string key, PageIntake intake, LetterPages pages, LetterPapersOfCases papers, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var values = posted.Typed.Under("value.").Values.ToImmutableSortedDictionary(v => v.Key, v => (v.Value.FirstOrDefault() ?? "").Trim(), StringComparer.Ordinal);
        var reason = posted.Typed.One("reason");
        var answer = reason?.Length > LongestReason
            ? new Runtime.Shell.Answer(at.State, Forms.Wrong([new RefusalDetail("reason", new Label($"不超过{LongestReason}字。", "Too long."))]), at.State.Version, false)
            : await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor,
                new SignalBody.CorrectLetter(key, values, posted.Confiding.TakeIfGiven("reason", reason)), posted.Confiding, posted.Asked, http.RequestAborted);
        return answer.Accepted && (await papers.FindAsync(at.State.Id, key, http.RequestAborted))?.SupersededBy is { } next
            ? Results.Redirect(LetterPages.Href(at.State.Id, next))
            : await AfterAsync(http, at, key, pages, posted, answer);
    }

    public static async Task<IResult> DrawAsync(HttpContext http, CaseAtHand hand, PageIntake intake, LetterPapersOfCases papers, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var answer = await desk.SendAsync(
            posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.DrawLetter(posted.Typed.One("template") ?? "", posted.Typed.One("procedure")),
            posted.Confiding, posted.Asked, http.RequestAborted);
        return answer.Accepted
            ? Results.Redirect(LetterPages.Href(at.State.Id, (await papers.AllAsync(at.State.Id, http.RequestAborted))[^1].Key))
            : Problems.Refused(http, answer.Refusal!);
    }

    private static async Task<Runtime.Effects.IssuedLetter?> FindAsync(CaseAtHand at, string key, LetterPapersOfCases papers, CancellationToken cancellationToken) =>
        await papers.FindAsync(at.State.Id, key, cancellationToken) is { } letter && at.Rules.Policy.Letters.ContainsKey(letter.Row.Template) ? letter : null;

    private static async Task<IResult> AfterAsync(HttpContext http, AtWork at, string key, LetterPages pages, PostedPage posted, Runtime.Shell.Answer answer) =>
        answer.Accepted ? Results.Redirect(LetterPages.Href(at.State.Id, key)) : await PageAsync(http, at, key, pages, posted.Typed, answer.Refusal);

    private static async Task<IResult> PageAsync(HttpContext http, AtWork at, string key, LetterPages pages, Typed typed, Refusal? refused) =>
        await pages.OfAsync(http, at, key, typed, refused) is { } model
            ? await PageResults.PageAsync<LetterPage, LetterPageModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused))
            : refused is null ? Problems.NotFound(http) : Problems.Refused(http, refused);

    private static async Task<IResult> ServeAsync(
        HttpContext http, IDocumentStore documents, CaseId id, LetterPaper paper, string? name, CancellationToken cancellationToken)
    {
        if (await Downloads.DeletedAsync(http, id, paper.Content, cancellationToken) is { } deleted)
        {
            return deleted;
        }

        if (await documents.OpenAsync(paper.Content, cancellationToken) is not { } stream)
        {
            return Problems.NotFound(http);
        }

        if (name is not null)
        {
            http.Response.Headers.ContentDisposition = ContentDisposition.Attachment(name);
        }

        return Results.Stream(stream, paper.MediaType);
    }
}
