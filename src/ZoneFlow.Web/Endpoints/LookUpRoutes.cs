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

/// <summary>Looking a case up by its number and the code on the receipt (进度查询), without signing in.</summary>
internal static class LookUpRoutes
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static void MapLookUp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.LookUp, AskAsync).OpenToAll().IsPublic();
        routes.MapPost(SitePaths.LookUp, FindAsync).OpenToAll();
    }

    private static async Task<IResult> AskAsync(HttpContext http, Frames frames) => await PageAsync(http, frames, "", null, null);

    private static async Task<IResult> FindAsync(
        HttpContext http, Desk desk, FormIntake intake, Frames frames, Registers registers, Cases cases, LookUpCodes codes, RateLimits limits, LookedUpCases looked)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        var (number, code) = ((typed.One("number") ?? "").Trim().ToUpperInvariant(), typed.One("code") ?? "");
        if (Missing(number, code).ToList() is { Count: > 0 } missing)
        {
            return await PageAsync(http, frames, number, null, Forms.Wrong(missing));
        }

        if (!await limits.AllowAsync($"look-up|{http.Connection.RemoteIpAddress}", 30, Window, http.RequestAborted)
            || !await limits.AllowAsync($"look-up|{number}|{http.Connection.RemoteIpAddress}", 10, Window, http.RequestAborted))
        {
            return await PageAsync(http, frames, number, null, new Refusal("too-many", "查询过于频繁，请十五分钟后再试。", "Too many tries; try again in fifteen minutes."));
        }

        if (await registers.ByNumberAsync(number, http.RequestAborted) is { } named && LookUpCodes.Same(await codes.CertificateAsync(named.Id, http.RequestAborted), code))
        {
            return Results.Redirect(Views.PublicHref(named.Id));
        }

        // One answer to a wrong number and to a wrong code: which cases there are is nobody's to find out here.
        return await registers.ByNumberAsync(number, http.RequestAborted) is { } row && await codes.HoldsAsync(row.Id, code, http.RequestAborted)
            && await cases.FindAsync(row.Id, http.RequestAborted) is { Rules.Pack: not null } found
            ? await PageAsync(http, frames, number, await looked.OfAsync(found.State, found.Rules, http.RequestAborted), null)
            : await PageAsync(http, frames, number, null, new Refusal("not-found", "编号或查询码不正确。", "The number or the code is wrong."));
    }

    private static IEnumerable<RefusalDetail> Missing(string number, string code)
    {
        var required = new Label("请填写。", "Required.");
        return new[] { ("number", number), ("code", code) }.Where(f => f.Item2.Length is 0 or > 60).Select(f => new RefusalDetail(f.Item1, required));
    }

    private static async Task<IResult> PageAsync(HttpContext http, Frames frames, string number, LookedUpCase? found, Refusal? refused) =>
        await PageResults.PageAsync<LookUpPage, LookUpModel>(
            new LookUpModel(await frames.OfAsync(http), number, found, refused), refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
