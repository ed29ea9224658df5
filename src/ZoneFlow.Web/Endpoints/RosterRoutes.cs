using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Rosters;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Rosters (名录): shown, taken away, and changed by a table whose good rows wait until they are filed.</summary>
internal static class RosterRoutes
{
    private const string Formats = "{format:regex(^(csv|xlsx)$)}";

    public static void MapRosters(this IEndpointRouteBuilder routes)
    {
        var roster = routes.MapGroup("/cases/{id}/rosters/{roster}");
        roster.MapGet("", ShowAsync).Shows(View.Answers);
        roster.MapPost("", ReadAsync).Shows(View.Answers);
        roster.MapPost("/taken", TakeAsync).Shows(View.Answers);
        roster.MapGet($"/template.{Formats}", Template).Shows(View.Answers);
        roster.MapGet($"/members.{Formats}", MembersAsync).Shows(View.Answers);
    }

    /// <summary>The roster that an address names, of this kind of case; null where there is none.</summary>
    public static RosterRule? Find(CaseAtHand at, string name) => at.Pack.Roster(name) is { } rule && rule.Case == at.State.Kind ? rule : null;

    private static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, string roster, RosterPages pages, TimeProvider time) =>
        Find(at, roster) is { } rule ? await PageAsync(await pages.OfAsync(http, AtWork.Of(at, time), rule, null, null)) : Problems.NotFound(http);

    private static IResult Template(HttpContext http, CaseAtHand at, string roster, string format) =>
        Find(at, roster) is { } rule ? ExportRoutes.File(format, rule.Name, RosterImport.Template(rule, [])) : Problems.NotFound(http);

    private static async Task<IResult> MembersAsync(HttpContext http, CaseAtHand at, string roster, string format, LookUps lookUps) =>
        Find(at, roster) is { } rule
            ? ExportRoutes.File(format, rule.Name, RosterImport.Template(rule, (await lookUps.RosterAsync(at.State.Id, rule.Name, http.RequestAborted)).Stays.Values.Select(s => s[^1])))
            : Problems.NotFound(http);

    private static async Task<IResult> ReadAsync(HttpContext http, CaseAtHand hand, string roster, PageIntake intake, RosterPages pages, LookUps lookUps, IDocumentStore documents, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        if (Find(hand, roster) is not { } rule)
        {
            return Problems.NotFound(http);
        }

        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        if (!await pages.MayFileAsync(at, rule, http.RequestAborted))
        {
            return Problems.NotAllowed(http);
        }

        ImmutableArray<RosterRow>? rows = null;
        var refusal = posted.Form.Refusal;
        if (refusal is null)
        {
            var (sheet, wrong) = await PlanRoutes.SheetAsync(posted, documents, http.RequestAborted);
            if (sheet is not null)
            {
                var (read, unfit) = RosterImport.Read(sheet, rule, await lookUps.RosterAsync(at.State.Id, rule.Name, http.RequestAborted));
                (rows, wrong) = (read, unfit);
            }

            refusal = wrong is null ? null : new Refusal("table-wrong", wrong, null, [new RefusalDetail("file", wrong)]);
        }

        if (refusal is null)
        {
            await pages.KeepAsync(
                at.State.Id, rule, rows!.Value.Where(r => r.Kind is RosterRowKind.Comes or RosterRowKind.Leaves or RosterRowKind.Changes).Select(r => r.Member!), http.RequestAborted);
        }

        return await PageAsync(await pages.OfAsync(http, at, rule, refusal is null ? rows : null, refusal), refusal);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, CaseAtHand hand, string roster, PageIntake intake, RosterPages pages, OutcomePages outcomes, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        if (Find(hand, roster) is not { } rule)
        {
            return Problems.NotFound(http);
        }

        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var members = await pages.TakeAsync(at.State.Id, rule, posted.Typed.One("digest"), http.RequestAborted);
        if (members.IsDefaultOrEmpty)
        {
            return posted.Typed.One("do") == "drop" || await outcomes.AlreadyAsync(http, at, posted.Signal) is not null
                ? Results.Redirect(RosterPages.Href(at.State.Id, rule))
                : await RefusedAsync(new Refusal("moved-on", new Label("待登记的表格已有变化，请重新核对。", "Another table waits by now; look at it again."), null, []));
        }

        if (posted.Typed.One("do") == "file")
        {
            var answer = await desk.SendAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, new SignalBody.FileRoster(rule.Name, members), posted.Confiding, posted.Asked, http.RequestAborted);
            if (answer.Refusal is { } refusal)
            {
                return await RefusedAsync(refusal);
            }
        }
        else if (!await pages.MayFileAsync(at, rule, http.RequestAborted))
        {
            return Problems.NotAllowed(http);
        }

        await pages.KeepAsync(at.State.Id, rule, [], http.RequestAborted);
        return Results.Redirect(RosterPages.Href(at.State.Id, rule));

        async Task<IResult> RefusedAsync(Refusal refusal) => await PageAsync(await pages.OfAsync(http, at, rule, null, refusal), refusal);
    }

    private static Task<IResult> PageAsync(RosterPageModel model, Refusal? refused = null) =>
        PageResults.PageAsync<RosterPage, RosterPageModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
