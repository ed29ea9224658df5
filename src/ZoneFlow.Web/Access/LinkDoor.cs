using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Pages.Outcomes;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Access;

/// <summary>
/// The one door for emailed links: everything that stands between a token and its task is checked here. Opening a
/// link writes when it was viewed and nothing else.
/// </summary>
public sealed class LinkDoor(ActionLinks links, Cases cases, Parties parties, OutcomePages outcomes, Frames frames, ShellOptions options, TimeProvider time)
{
    /// <summary>Lets the addressee in to the task, or shows why not; a link that has done its work shows what was done.</summary>
    public async Task<IResult> EnterAsync(HttpContext http, string id, string token, Func<AtWork, Procedure, Task<IResult>> then)
    {
        if (await FindAsync(http, id, token) is not var (at, link))
        {
            return await ProblemAsync(http, StatusCodes.Status404NotFound, LinkFault.Forged, null, null);
        }

        var gone = StatusCodes.Status410Gone;
        switch (link.State)
        {
            case LinkState.Used:
                return link.UsedBy is { } used && await outcomes.AlreadyAsync(http, at, used) is { } already
                    ? await PageResults.PageAsync<AlreadyDonePage, AlreadyDoneModel>(already)
                    : await ProblemAsync(http, gone, LinkFault.Used, null, at);
            case LinkState.Superseded:
                return await ProblemAsync(http, gone, LinkFault.Superseded, null, at);
            case LinkState.Revoked:
                return await ProblemAsync(http, gone, LinkFault.Revoked, null, at);
        }

        if (links.HasExpired(link))
        {
            return await ProblemAsync(http, gone, LinkFault.Expired, link.Expires, at);
        }

        if (at.State.Procedure(link.Procedure) is not { } procedure || procedure.Visit != link.Visit)
        {
            return await outcomes.MeanwhileAsync(http, at, link.Procedure, link.Visit)
                ?? await ProblemAsync(http, gone, LinkFault.Superseded, at.State.Procedure(link.Procedure)?.Entered, at);
        }

        if (at.Actor.Person is null || !Offers.IsHeldBy(at.Pack, at.State, procedure, at.Actor))
        {
            return await ProblemAsync(http, gone, LinkFault.Revoked, null, at);
        }

        if (StageHolders.WithAnother(at.Pack, at.State, procedure, at.Actor) is { } elsewhere)
        {
            return await ProblemAsync(http, gone, LinkFault.HandedOver, elsewhere.At, at, await new People(parties, http.RequestAborted).NameAsync(elsewhere.Party, elsewhere.Person));
        }

        if (HeadRequests.IsRead(http))
        {
            await links.ViewedAsync(at.State.Id, link, http.RequestAborted);
        }

        http.Features.Set(new LinkHolder(at.Actor));
        return await then(at, procedure);
    }

    /// <summary>The receipt of what a link was used for; its other pages say that it has been used.</summary>
    public async Task<IResult> DoneAsync(HttpContext http, string id, string token, SignalId signal) =>
        await FindAsync(http, id, token) is var (at, _) && await outcomes.DoneAsync(http, at, signal) is { } done
            ? await PageResults.PageAsync<DonePage, DoneModel>(done)
            : await ProblemAsync(http, StatusCodes.Status404NotFound, LinkFault.Forged, null, null);

    // The addressee as of today: somebody who no longer acts for the party comes as nobody.
    private async Task<(AtWork At, ActionLink Link)?> FindAsync(HttpContext http, string id, string text)
    {
        if (!Token.TryParse(text, out var token) || await cases.FindAsync(new CaseId(id), http.RequestAborted) is not var (state, rules) || rules.Pack is null
            || await links.FindAsync(state.Id, token, http.RequestAborted) is not { } link)
        {
            return null;
        }

        var actor = await parties.ActorAsync(link.Person, link.Party, SignedIn.ActionLink, false, http.RequestAborted)
            ?? Actor.Anonymous with { Party = link.Party };
        return (new AtWork(state, rules, actor, token, WorkPaths.Of(state.Id, token), link, time.GetUtcNow()), link);
    }

    // Where the task stands now is for the addressee alone, who held a true link; a guess learns nothing.
    private async Task<IResult> ProblemAsync(HttpContext http, int status, LinkFault fault, DateTimeOffset? since, AtWork? at, string? with = null)
    {
        var now = at?.Link is { } link && at.State.Procedure(link.Procedure) is { } procedure
            ? at.Pack.Procedure(procedure.Name).Stage(procedure.Stage).Label
            : null;
        return await PageResults.PageAsync<LinkProblemPage, LinkProblemModel>(
            new LinkProblemModel(await frames.OfAsync(http), fault, since, now, at is null ? null : Views.CaseHref(at.State.Id), options.From.Address) { With = with }, status);
    }
}
