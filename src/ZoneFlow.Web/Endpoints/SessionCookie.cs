using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Endpoints;

/// <summary>
/// The cookie that carries a session's token. Strict: no other site makes a browser send it. A session is always
/// begun under a new token, and the one that the browser had before is ended.
/// </summary>
internal static class SessionCookie
{
    /// <summary>Over TLS browsers hold it to this host, this path and no plain connection by its name.</summary>
    public static string NameOf(ShellOptions options) => options.IsSecure ? "__Host-zoneflow" : "zoneflow";

    public static async Task PutAsync(HttpContext http, Token session, SignIns signIns, ShellOptions options)
    {
        await EndAsync(http, signIns);
        http.Response.Cookies.Append(NameOf(options), session.Value, Options(options));
    }

    public static async Task RemoveAsync(HttpContext http, SignIns signIns, ShellOptions options)
    {
        await EndAsync(http, signIns);
        http.Response.Cookies.Delete(NameOf(options), Options(options));
    }

    private static async Task EndAsync(HttpContext http, SignIns signIns)
    {
        if (Caller.Of(http).Session is { } before)
        {
            await signIns.EndAsync(before, http.RequestAborted);
        }
    }

    private static CookieOptions Options(ShellOptions options) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = options.IsSecure,
        Path = "/",
        IsEssential = true,
    };
}
