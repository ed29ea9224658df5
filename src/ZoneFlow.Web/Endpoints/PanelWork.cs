using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A panel's pages, shown and posted: the same from the dossier and from an emailed link.</summary>
public sealed class PanelWork(PageIntake intake, PanelPages pages, OutcomePages outcomes, ScoreWork scores, Desk desk)
{
    public Task<IResult> ShowAsync(HttpContext http, AtWork at, string procedure, int? visit, string what) =>
        WithPanelAsync(http, at, procedure, visit, what, (running, stage) => PageAsync(http, at, running, stage, what, Typed.Nothing, null));

    public async Task<IResult> TakeAsync(HttpContext http, AtWork at, string procedure, int? visit, string what)
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

        return await WithPanelAsync(http, at, procedure, visit, what, async (running, stage) =>
        {
            var answer = what switch
            {
                "seats" => await SeatAsync(at, running, posted, http.RequestAborted),
                "recusal" => await RecuseAsync(at, running, posted, http.RequestAborted),
                _ => await scores.GiveAsync(at, running, stage, posted, http.RequestAborted),
            };
            return await ActionWork.AfterAsync(http, at, posted, answer, outcomes)
                ?? await PageAsync(http, at, running, stage, what, posted.Typed, answer.Refusal);
        });
    }

    private async Task<IResult> WithPanelAsync(
        HttpContext http, AtWork at, string procedure, int? visit, string what, Func<Procedure, StageRule.Panel, Task<IResult>> then)
    {
        if (Subjects.Panel(at, procedure) is not var (running, stage) || (visit is { } shown && shown != running.Visit))
        {
            return await outcomes.MeanwhileAsync(http, at, procedure, visit) ?? Problems.Refused(http, NotOffered.Of(at, procedure, visit));
        }

        var theirs = what == "seats" ? OfferLines.Seats(at, running, stage) : running.Seats.Any(s => !s.Recused && s.Expert == at.Actor.Party);
        return theirs ? await then(running, stage) : Problems.Refused(http, NotOffered.Of(at, procedure, null));
    }

    private async Task<IResult> PageAsync(
        HttpContext http, AtWork at, Procedure running, StageRule.Panel stage, string what, Typed typed, Refusal? refused)
    {
        var status = refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused);
        return what switch
        {
            "seats" => await PageResults.PageAsync<SeatPage, SeatPageModel>(await pages.SeatsAsync(http, at, running, stage, typed, refused), status),
            "recusal" => await PageResults.PageAsync<RecusePage, RecusePageModel>(await pages.RecusalAsync(http, at, running, stage, typed, refused), status),
            _ => await PageResults.PageAsync<ScorePage, ScorePageModel>(await pages.ScoresAsync(http, at, running, stage, typed, refused), status),
        };
    }

    // Naming experts does not end the task it is asked by, so a link goes on holding.
    private Task<Answer> SeatAsync(AtWork at, Procedure running, PostedPage posted, CancellationToken cancellationToken) => desk.SendAsync(
        posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor,
        new SignalBody.SeatExperts(running.Id, running.Visit, [.. posted.Typed.All("expert").Select(e => new PartyId(e))]), posted.Confiding, posted.Asked,
        cancellationToken);

    private async Task<Answer> RecuseAsync(AtWork at, Procedure running, PostedPage posted, CancellationToken cancellationToken)
    {
        if (posted.Typed.One("reason") is not { } reason)
        {
            var missing = new RefusalDetail("reason", new Label("必填。", "Required."));
            return new Answer(at.State, new Refusal("reason-required", new Label("回避须说明理由。", "Stepping back needs a reason."), null, [missing]), at.State.Version, false);
        }

        return await desk.SendAsync(
            posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.Recuse(running.Id, running.Visit, posted.Confiding.Take("reason", reason)),
            posted.Confiding, posted.Asked, at.Link, cancellationToken);
    }
}
