using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Handing a task over (转办): the same from the dossier and from an emailed link.</summary>
public sealed class HandOverWork(PageIntake intake, HandOverPages pages, OutcomePages outcomes, Desk desk)
{
    public async Task<IResult> ShowAsync(HttpContext http, AtWork at, string? procedure, int? visit) =>
        Find(at, procedure, visit) is var (running, held)
            ? await PageAsync(await pages.OfAsync(http, at, running, held, Typed.Nothing, null))
            : await outcomes.MeanwhileAsync(http, at, procedure, visit) ?? Problems.Refused(http, NotOffered.Of(at, procedure, visit));

    public async Task<IResult> TakeAsync(HttpContext http, AtWork at, string? procedure, int? visit)
    {
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        if (await outcomes.AlreadyAsync(http, at, posted.Signal) is { } already)
        {
            return await PageResults.PageAsync<Pages.Outcomes.AlreadyDonePage, Pages.Outcomes.AlreadyDoneModel>(already);
        }

        if (Find(at, procedure, visit) is not var (running, held))
        {
            return await outcomes.MeanwhileAsync(http, at, procedure, visit) ?? Problems.Refused(http, NotOffered.Of(at, procedure, visit));
        }

        var refusal = Missing;
        if (await pages.ChosenAsync(held, posted.Typed, http.RequestAborted) is { } to)
        {
            var body = new SignalBody.HandOver(
                running.Id, running.Visit, held.Role, to.Party, to.Person, posted.Confiding.TakeIfGiven("reason", posted.Typed.One("note")));
            var answer = await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, body, posted.Confiding, posted.Asked, at.Link, http.RequestAborted);
            if (await ActionWork.AfterAsync(http, at, posted, answer, outcomes) is { } done)
            {
                return done;
            }

            refusal = answer.Refusal!;
        }

        return await PageAsync(await pages.OfAsync(http, at, running, held, posted.Typed, refusal), Problems.StatusOf(refusal));
    }

    private static Refusal Missing
    {
        get
        {
            var message = new Label("请选择转给谁。", "Choose to whom.");
            return new Refusal("inputs-wrong", message, null, [new RefusalDetail("person", message)]);
        }
    }

    private static (Procedure Running, Audience Held)? Find(AtWork at, string? procedure, int? visit) =>
        at.State.Procedure(procedure ?? "") is { } running && running.Visit == visit && StageHolders.AsHeldBy(at.Pack, at.State, running, at.Actor) is { } held
            ? (running, held)
            : null;

    private static Task<IResult> PageAsync(HandOverModel model, int status = StatusCodes.Status200OK) =>
        PageResults.PageAsync<HandOverPage, HandOverModel>(model, status);
}
