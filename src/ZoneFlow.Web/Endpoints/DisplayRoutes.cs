using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Endpoints;

/// <summary>How everything is shown: its size, with two for older readers (适老版), and whether English stands beside the Chinese.</summary>
internal static class DisplayRoutes
{
    private const string SizeCookie = "zoneflow-display";
    private const string LanguageCookie = "zoneflow-language";

    public static void MapDisplay(this IEndpointRouteBuilder routes) => routes.MapPost(SitePaths.Display, SetAsync).OpenToAll();

    public static TextSize SizeOf(HttpContext http) => http.Request.Cookies[SizeCookie] switch
    {
        "large" => TextSize.Large,
        "largest" => TextSize.Largest,
        _ => TextSize.Ordinary,
    };

    public static bool IsChineseAlone(HttpContext http) => http.Request.Cookies[LanguageCookie] == "zh";

    private static async Task<IResult> SetAsync(HttpContext http, Desk desk, FormIntake intake)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        Keep(http, SizeCookie, typed.One("size"), ["large", "largest"]);
        Keep(http, LanguageCookie, typed.One("language"), ["zh"]);
        return Results.Redirect(typed.One("back") is { } back && LocalAddress.IsLocal(back) ? back : SitePaths.Home);
    }

    // What is not asked stays as it is; what is asked and not known is the ordinary.
    private static void Keep(HttpContext http, string cookie, string? asked, ReadOnlySpan<string> known)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365) };
        if (asked is not null && known.Contains(asked))
        {
            http.Response.Cookies.Append(cookie, asked, options);
        }
        else if (asked is not null)
        {
            http.Response.Cookies.Delete(cookie, options);
        }
    }
}
