using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Public;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A notice, and objecting to what it lists.</summary>
internal static class NoticePages
{
    private const string Route = SitePaths.Notices + "/{id}/{name}/{key}/{visit:int}";
    private const string Slot = "objection";

    public static void MapNoticePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Shows(View.Notice).IsPublic();
        routes.MapPost(Route + "/objections", ObjectAsync).Shows(View.Notice);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, CaseAtHand at, string name, string key, int visit, NoticeViews views, Desk desk, Frames frames)
    {
        var signal = desk.NewSignal();
        var model = await views.OfAsync(
            await frames.OfAsync(http), at, $"{name}/{key}", visit,
            rule => Form(http, at, rule, signal, Typed.Nothing, null) with { Entry = at.State.Items.IsEmpty ? at.State.Id.Value : "" }, false,
            http.RequestAborted);
        return model is null ? Problems.NotFound(http) : await PageResults.PageAsync<NoticePage, NoticePageModel>(model);
    }

    private static async Task<IResult> ObjectAsync(
        HttpContext http, CaseAtHand at, string name, string key, int visit, NoticeViews views, FormIntake intake, Objections objections,
        ObjectionReceipts receipts, Cases cases, Desk desk, RateLimits limits, Frames frames, TimeProvider time)
    {
        if (!await limits.AllowAsync($"objection-form|{http.Connection.RemoteIpAddress}", 60, TimeSpan.FromHours(1), http.RequestAborted))
        {
            return Problems.Of(http, StatusCodes.Status429TooManyRequests, "too-many", "提交过于频繁，请稍后再试。", "Too many at once; try again later.");
        }

        var confiding = desk.NewConfiding();
        var form = await intake.ReadAsync(http, confiding);
        var received = time.GetUtcNow();
        var procedure = $"{name}/{key}";
        if (form.Typed.One("signal") is not { Length: <= 100 } posted)
        {
            return Forms.Stale(http);
        }

        var signal = Desk.SignalOf($"objection|{at.State.Id}|{procedure}|{visit}", posted);
        var (receipt, refusal) = ("", form.Refusal);
        if (refusal is null && at.State.Procedure(procedure)?.Visit != visit && !await cases.IsAnsweredAsync(signal, http.RequestAborted))
        {
            // The case may be showing another notice by now; an objection is to the one that was read.
            refusal = new Refusal("notice-closed", "该公示已经结束，不再受理异议。", "This notice has closed; objections are no longer received.");
        }

        if (refusal is null)
        {
            (receipt, refusal) = await objections.MakeAsync(
                signal, at.State.Id, procedure, form.Typed.One("entry") ?? "", form.Typed.One("name"), form.Typed.One("contact"),
                form.Typed.One("text") ?? "", [.. form.Files.Where(f => f.Slot == Slot).Take(1)], confiding, received,
                Convert.ToHexStringLower(form.Digest), http);
        }

        var model = await views.OfAsync(
            await frames.OfAsync(http), at, procedure, visit, rule => Form(http, at, rule, new SignalId(posted), form.Typed, refusal), true,
            http.RequestAborted);
        return model is null ? Problems.NotFound(http)
            : refusal is not null ? await PageResults.PageAsync<NoticePage, NoticePageModel>(model, Problems.StatusOf(refusal))
            : await PageResults.PageAsync<ObjectionReceiptPage, ObjectionReceiptModel>(
                await receipts.OfAsync(model, at.State.Id, receipt, HrefOf(at, name, key, visit), http.RequestAborted));
    }

    private static ObjectionForm Form(HttpContext http, CaseAtHand at, NoticeRule rule, SignalId signal, Typed typed, Refusal? refused) => new(
        $"{HrefOf(at, (string)http.GetRouteValue("name")!, (string)http.GetRouteValue("key")!, int.Parse((string)http.GetRouteValue("visit")!, null))}/objections",
        Frames.Tokens(at.Caller, signal), rule.ObjectorsNamed, rule.ObjectionSource, typed.One("entry") ?? "", typed.One("name") ?? "",
        typed.One("contact") ?? "", typed.One("text") ?? "", refused);

    private static string HrefOf(CaseAtHand at, string name, string key, int visit) =>
        $"{SitePaths.Notices}/{Uri.EscapeDataString(at.State.Id.Value)}/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(key)}/{visit}";
}
