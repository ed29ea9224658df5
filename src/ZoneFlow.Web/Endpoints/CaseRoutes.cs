using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Outcomes;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A case's dossier and what is read and filed from it.</summary>
internal static class CaseRoutes
{
    public static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, CasePages pages, TimeProvider time) =>
        await PageResults.PageAsync<CasePage, CasePageModel>(await pages.OfAsync(http, AtWork.Of(at, time), null));

    public static async Task<IResult> FileAsync(
        HttpContext http, CaseAtHand hand, PageIntake intake, CasePages pages, OutcomePages outcomes, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var refusal = posted.Form.Refusal;
        if (refusal is null && posted.Form.Files is [var file] && FileForms.Target(at.State, posted.Typed.One("target")) is var (procedure, slot, visit))
        {
            var answer = await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.FileDocument(procedure, visit, file with { Slot = slot }),
                posted.Confiding, posted.Asked, http.RequestAborted);
            if (await ActionWork.AfterAsync(http, at, posted, answer, outcomes) is { } done)
            {
                return done;
            }

            refusal = answer.Refusal;
        }

        refusal ??= Incomplete(posted);
        return await PageResults.PageAsync<CasePage, CasePageModel>(await pages.OfAsync(http, at, refusal), Problems.StatusOf(refusal));
    }

    public static async Task<IResult> ObjectionFileAsync(
        HttpContext http, CaseAtHand at, string receipt, int index, ConfidentialLines confidential, Dossiers dossiers, IDocumentStore documents,
        CancellationToken cancellationToken)
    {
        var row = (await confidential.ObjectionRowsAsync(at.State.Id, cancellationToken)).FirstOrDefault(r => r.Receipt == receipt);
        if (row is null || index < 0 || index >= row.Documents.Length)
        {
            return Problems.NotFound(http);
        }

        var name = Dossiers.Text(await dossiers.TextsAsync(at.State.Id, cancellationToken), row.Documents[index].Name);
        return await Downloads.ServeAsync(http, documents, at.State.Id, row.Documents[index], name ?? $"{receipt}-{index + 1}", cancellationToken);
    }

    public static async Task<IResult> DeadlineAsync(HttpContext http, CaseAtHand at, string deadline, PaperPages pages, TimeProvider time) =>
        await pages.DeadlineAsync(http, AtWork.Of(at, time), deadline) is { } model
            ? await PageResults.PageAsync<DeadlineExplanationPage, DeadlineExplanationModel>(model)
            : Problems.NotFound(http);

    public static async Task<IResult> DoneAsync(HttpContext http, CaseAtHand at, string signal, OutcomePages outcomes, TimeProvider time) =>
        await outcomes.DoneAsync(http, AtWork.Of(at, time), new SignalId(signal)) is { } model
            ? await PageResults.PageAsync<DonePage, DoneModel>(model)
            : Problems.NotFound(http);

    private static Refusal Incomplete(PostedPage posted)
    {
        var name = posted.Typed.One("target") is null ? "target" : "file";
        var message = name == "target" ? new Label("请选择材料。", "Choose which document it is.") : new Label("请选择一个文件。", "Choose one file.");
        return new Refusal("document-missing", message, null, [new RefusalDetail(name, message)]);
    }
}
