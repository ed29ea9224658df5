using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A person's own sessions: seen, and ended but for the one at hand. Ending takes a factor once more (ASVS 7.5.2).</summary>
internal static class SessionPages
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public static void MapSessionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Sessions, ShowAsync).NeedsSignIn();
        routes.MapPost(SitePaths.Sessions, EndAsync).NeedsSignIn();
    }

    private static Task<IResult> ShowAsync(HttpContext http, Caller caller, Desk desk, SignIns signIns, Codes codes, Frames frames) =>
        PageAsync(http, caller, desk, signIns, codes, frames, null);

    private static async Task<IResult> EndAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, SignIns signIns, Codes codes, Frames frames, WallClock wall)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (person, own) = (caller.Actor.Person!.Value, caller.Session!.Value);
        var id = typed.Has("all") ? null : typed.One("session") ?? "";
        if (!(await signIns.OfAsync(person, own, http.RequestAborted)).Any(s => !s.IsThis && (id is null || s.Id == id)))
        {
            // Pressed twice, or never one of this person's: nothing is left to be ended, and no code is used up.
            return SeeOther.To(SitePaths.Sessions);
        }

        if (await RefusalAsync(http, caller, typed, own, signIns, codes, wall) is { } refusal)
        {
            return await PageAsync(http, caller, desk, signIns, codes, frames, refusal);
        }

        await signIns.EndOthersAsync(person, own, id, http.RequestAborted);
        return SeeOther.To(SitePaths.Sessions);
    }

    private static async Task<Refusal?> RefusalAsync(HttpContext http, Caller caller, Typed typed, Token own, SignIns signIns, Codes codes, WallClock wall)
    {
        var verdict = await Forms.ProveAsync(http, caller, typed, codes);
        if (verdict != CodeVerdict.NotEnrolled)
        {
            return verdict == CodeVerdict.Right ? null : Desk.CodeRefused(verdict, null);
        }

        var stale = new Label("登录已超过十五分钟：请退出后重新登录，再结束其他会话。", "You signed in more than fifteen minutes ago: sign in again, then end the others.");
        return await signIns.BeganAsync(own, http.RequestAborted) + Fresh > wall.Time.GetUtcNow() ? null : new Refusal("second-factor", stale, null, []);
    }

    private static async Task<IResult> PageAsync(HttpContext http, Caller caller, Desk desk, SignIns signIns, Codes codes, Frames frames, Refusal? refused)
    {
        var person = caller.Actor.Person!.Value;
        return await PageResults.PageAsync<SessionsPage, SessionsModel>(
            new SessionsModel(
                await frames.OfAsync(http), await signIns.OfAsync(person, caller.Session!.Value, http.RequestAborted), SitePaths.Sessions,
                Frames.Tokens(caller, desk.NewSignal()), await codes.SecretAsync(person, http.RequestAborted) is not null, refused),
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
    }
}
