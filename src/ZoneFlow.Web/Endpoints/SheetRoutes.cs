using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The application form on paper: printed with a code, and its sealed scan taken back by it.</summary>
internal static class SheetRoutes
{
    public static async Task<IResult> PrintAsync(HttpContext http, CaseAtHand at, SheetPrints prints) =>
        await prints.OfAsync(at.Rules.Policy, at.State, http.RequestAborted) is { } paper
            ? await PageResults.PageAsync<PaperPage, PaperPageModel>(new PaperPageModel(paper))
            : Problems.Refused(http, Nothing);

    public static async Task<IResult> DocxAsync(HttpContext http, CaseAtHand at, SheetPrints prints)
    {
        if (await prints.OfAsync(at.Rules.Policy, at.State, http.RequestAborted) is not { } paper)
        {
            return Problems.Refused(http, Nothing);
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment($"{string.Concat(paper.Title)}.docx");
        return Results.Bytes(PaperDocx.Of(paper), PaperDocx.MediaType);
    }

    public static async Task<IResult> ScanAsync(
        HttpContext http, CaseAtHand hand, PageIntake intake, SheetPrints prints, FormPages pages, OutcomePages outcomes, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var refusal = posted.Form.Refusal;
        var paper = await prints.OfAsync(at.Pack, at.State, http.RequestAborted);
        var typed = posted.Typed.One("print-code") ?? "";
        if (refusal is null && paper is null)
        {
            refusal = Nothing;
        }

        if (refusal is null && !LookUpCodes.Same(paper!.Code!.Replace("-", "", StringComparison.Ordinal), typed))
        {
            refusal = Wrong("print-code", "scan-other-print", "打印码不符：这份扫描件属于另一次打印，或打印后申报书又作了修改。请按现行内容重新打印、盖章后上传。",
                "The code is of another print, or the form has changed since it was printed. Print it again, have it sealed and upload that.");
        }

        if (refusal is null && posted.Form.Files is not [_])
        {
            refusal = Wrong("file", "document-missing", "请选择一个文件。", "Choose one file.");
        }

        var slot = at.Pack.Sheet?.Document;
        var target = at.State.Procedures.FirstOrDefault(p => slot is not null && FileForms.Takes(at, p, slot));
        if (refusal is null && target is null)
        {
            refusal = new Refusal("form-closed", "现在不接收申报书扫描件。", "No scan of the form is taken now.");
        }

        if (refusal is null)
        {
            var answer = await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor,
                new SignalBody.FileDocument(target!.Id, target.Visit, posted.Form.Files[0] with { Slot = slot!, Print = paper!.Code }), posted.Confiding, posted.Asked,
                http.RequestAborted);
            if (await ActionWork.AfterAsync(http, at, posted, answer, outcomes) is { } done)
            {
                return done;
            }

            refusal = answer.Refusal;
        }

        return await PageResults.PageAsync<FormPage, FormPageModel>(await pages.OfAsync(http, at, null, refusal, false), Problems.StatusOf(refusal!));
    }

    private static Refusal Nothing { get; } = new("nothing-to-print", "申报书尚未填写，或本政策没有规定打印格式。", "Nothing has been answered yet, or the policy has no printed form.");

    private static Refusal Wrong(string field, string rule, string zh, string en) => new(rule, new Label(zh, en), null, [new RefusalDetail(field, new Label(zh, en))]);
}
