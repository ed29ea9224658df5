using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The worklist, and the cases that are opened from it.</summary>
internal static class WorklistRoutes
{
    public static async Task<IResult> ShowAsync(HttpContext http, Caller caller, WorklistPages pages) =>
        await PageResults.PageAsync<WorklistPage, WorklistModel>(await pages.OfAsync(http, caller, null, Typed.Nothing, null));

    public static async Task<IResult> DoneAsync(HttpContext http, Caller caller, string? after, DoneWork pages) =>
        await PageResults.PageAsync<DoneWorkPage, DoneWorkModel>(await pages.OfAsync(http, caller, after));

    public static async Task<IResult> MonthAsync(HttpContext http, Caller caller, string? of, MonthPages pages) =>
        await PageResults.PageAsync<MonthPage, MonthModel>(await pages.OfAsync(http, caller, of));

    public static async Task<IResult> OverviewAsync(HttpContext http, Caller caller, OverviewPages pages) =>
        await PageResults.PageAsync<OverviewPage, OverviewModel>(await pages.OfAsync(http, caller));

    public static async Task<IResult> CheckAsync(HttpContext http, Caller caller, FileChecks checks) =>
        await PageResults.PageAsync<FileCheckPage, FileCheckModel>(await checks.OfAsync(http, caller));

    public static Task<IResult> OpenZoneAsync(HttpContext http, Caller caller, PageIntake intake, CaseOpening opening, WorklistPages pages) =>
        OpenAsync(http, caller, intake, opening, pages, CaseKinds.Zone);

    public static Task<IResult> OpenRoundAsync(HttpContext http, Caller caller, PageIntake intake, CaseOpening opening, WorklistPages pages) =>
        OpenAsync(http, caller, intake, opening, pages, CaseKinds.Round);

    private static async Task<IResult> OpenAsync(
        HttpContext http, Caller caller, PageIntake intake, CaseOpening opening, WorklistPages pages, string kind)
    {
        var (posted, problem) = await intake.ReadAsync(http, caller.Session);
        if (posted is null)
        {
            return problem!;
        }

        var (policy, title) = (posted.Typed.One("policy"), posted.Typed.One("title"));
        var refusal = policy is null || title is null ? Incomplete(policy, title) : null;
        if (refusal is null)
        {
            var answer = await opening.OpenAsync(
                caller, posted.Signal, kind, policy!, title!, posted.Typed.One("region"), Partners(posted.Typed), posted.Asked, http.RequestAborted);
            if (answer is { Accepted: true, State: { } state })
            {
                return Results.Redirect(Views.CaseHref(state.Id));
            }

            refusal = answer.Refusal!;
        }

        return await PageResults.PageAsync<WorklistPage, WorklistModel>(
            await pages.OfAsync(http, caller, kind, posted.Typed, refusal), Problems.StatusOf(refusal));
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Partners(Typed typed)
    {
        var with = typed.Under("with.");
        return with.Values.Keys.ToImmutableSortedDictionary(role => role, with.All, StringComparer.Ordinal);
    }

    private static Refusal Incomplete(string? policy, string? title)
    {
        var required = new Label("必填。", "Required.");
        return new Refusal(
            "inputs-wrong", new Label("请填写完整。", "Something is missing."), null,
            [.. policy is null ? [new RefusalDetail("policy", required)] : Array.Empty<RefusalDetail>(), .. title is null ? [new RefusalDetail("title", required)] : Array.Empty<RefusalDetail>()]);
    }
}
