using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Outcomes;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>One action, shown and taken: the same from the worklist and from an emailed link.</summary>
public sealed class ActionWork(PageIntake intake, Acts acts, ActionPages pages, OutcomePages outcomes)
{
    public async Task<IResult> ShowAsync(HttpContext http, AtWork at, string action, string? procedure, int? visit) =>
        Find(at, action, procedure, visit) is { } offer
            ? await PageAsync(await pages.OfAsync(http, at, offer, Typed.Nothing, null))
            : await outcomes.MeanwhileAsync(http, at, procedure, visit) ?? Problems.Refused(http, NotOffered.Of(at, procedure, visit));

    public async Task<IResult> TakeAsync(HttpContext http, AtWork at, string action, string? procedure, int? visit)
    {
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var answer = await acts.TakeAsync(at, action, procedure, visit ?? at.State.Procedure(procedure ?? "")?.Visit ?? 0, posted, http.RequestAborted);
        return await AfterAsync(http, at, posted, answer, outcomes) ?? (Find(at, action, procedure, visit) is { } offer
            ? await PageAsync(await pages.OfAsync(http, at, offer, posted.Typed, answer.Refusal), Problems.StatusOf(answer.Refusal!))
            : await outcomes.MeanwhileAsync(http, at, procedure, visit) ?? Problems.Refused(http, answer.Refusal!));
    }

    /// <summary>On to the receipt, or the first answer again; null where it was refused.</summary>
    public static async Task<IResult?> AfterAsync(HttpContext http, AtWork at, PostedPage posted, Answer answer, OutcomePages outcomes)
    {
        if ((answer.Repeated || answer.Refusal is not null) && await outcomes.AlreadyAsync(http, at, posted.Signal) is { } already)
        {
            return await PageResults.PageAsync<AlreadyDonePage, AlreadyDoneModel>(already);
        }

        return answer.Accepted ? Results.Redirect(at.Paths.Done(posted.Signal)) : null;
    }

    private static Offer? Find(AtWork at, string action, string? procedure, int? visit) =>
        at.Offers().FirstOrDefault(o => o.Action == action && o.Procedure?.Id == procedure && (visit is null || o.Procedure is null || o.Procedure.Visit == visit));

    private static Task<IResult> PageAsync(ActionPageModel model, int status = StatusCodes.Status200OK) =>
        PageResults.PageAsync<ActionPage, ActionPageModel>(model, status);
}
