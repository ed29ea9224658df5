using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Rendering;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The application form: shown, saved, and on to the page that hands it in.</summary>
internal static class FormRoutes
{
    public static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, FormPages pages, TimeProvider time) =>
        at.State.Kind == CaseKinds.Zone
            ? await PageResults.PageAsync<FormPage, FormPageModel>(
                await pages.OfAsync(http, AtWork.Of(at, time), null, null, http.Request.Query.ContainsKey("saved")))
            : Problems.NotFound(http);

    /// <summary>The conditions as the answers typed so far would meet them, as a part of the page. Writes nothing.</summary>
    public static async Task<IResult> CriteriaAsync(HttpContext http, CaseAtHand hand, FormIntake intake, LookUps lookUps, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        if (at.State.Kind != CaseKinds.Zone)
        {
            return Problems.NotFound(http);
        }

        var confiding = desk.NewConfiding();
        var typed = (await intake.ReadAsync(http, confiding)).Typed;
        var answers = (await lookUps.AnswersAsync(at.State.Id, http.RequestAborted))
            .RemoveRange(at.Pack.Form.Where(f => typed.Has(f.Name)).Select(f => f.Name)).SetItems(FieldReader.Read(at.Pack.Form, typed, confiding).Values);
        return Results.Text(
            await PageRenderer.PartAsync<CriteriaList>(nameof(CriteriaList.Of), CriterionLines.Of(at.Pack, at.State, at.Pack.Criteria, answers)), "text/html; charset=utf-8");
    }

    public static async Task<IResult> SaveAsync(
        HttpContext http, CaseAtHand hand, PageIntake intake, FormPages pages, LookUps lookUps, Dossiers dossiers, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var (answers, wrong) = FormAnswers.Read(
            at.Pack.Form, posted.Typed, await lookUps.AnswersAsync(at.State.Id, http.RequestAborted),
            await dossiers.TextsAsync(at.State.Id, http.RequestAborted), posted.Confiding);
        var refusal = wrong.IsEmpty
            ? (await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.SaveAnswers(answers), posted.Confiding, posted.Asked,
                http.RequestAborted)).Refusal
            : new Refusal("answers-wrong", new Label("申报书有填写错误，尚未保存。", "Some answers are wrong; nothing is saved yet."), null, wrong);
        if (refusal is not null)
        {
            return await PageResults.PageAsync<FormPage, FormPageModel>(
                await pages.OfAsync(http, at, posted.Typed, refusal, false), Problems.StatusOf(refusal));
        }

        return Results.Redirect(
            posted.Typed.One("do") == "submit" && FormPages.SubmitHref(at) is { } submit ? submit : $"{Views.CaseHref(at.State.Id)}/form?saved");
    }
}
