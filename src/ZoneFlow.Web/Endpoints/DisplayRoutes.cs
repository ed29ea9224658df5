using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Endpoints;

/// <summary>How large everything is shown: the ordinary version, or the one for older readers (适老版).</summary>
internal static class DisplayRoutes
{
    private const string CookieName = "zoneflow-display";

    public static void MapDisplay(this IEndpointRouteBuilder routes) => routes.MapPost(SitePaths.Display, SetAsync).OpenToAll();

    public static bool IsLarge(HttpContext http) => http.Request.Cookies[CookieName] == "large";

    private static async Task<IResult> SetAsync(HttpContext http, Desk desk, FormIntake intake)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365) };
        if (typed.One("size") == "large")
        {
            http.Response.Cookies.Append(CookieName, "large", options);
        }
        else
        {
            http.Response.Cookies.Delete(CookieName, options);
        }

        return Results.Redirect(typed.One("back") is { } back && LocalAddress.IsLocal(back) ? back : SitePaths.Home);
    }
}
