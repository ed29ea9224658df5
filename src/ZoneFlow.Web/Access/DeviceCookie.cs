using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Access;

/// <summary>
/// What a browser is known by where codes are typed: a random token, which opens nothing. It only tells the browsers that somebody has
/// typed a right code in from all others, and is given out where a code is typed and nowhere else.
/// </summary>
internal static class DeviceCookie
{
    public static string NameOf(ShellOptions options) => options.IsSecure ? "__Host-zoneflow-device" : "zoneflow-device";

    /// <summary>The browser's token, or a new one where it has none or not one of ours; null where no code was typed.</summary>
    public static Token? Of(HttpContext http, Typed typed)
    {
        if (typed.One("code") is null)
        {
            return null;
        }

        var (options, random) = (http.RequestServices.GetRequiredService<ShellOptions>(), http.RequestServices.GetRequiredService<RandomBytes>());
        if (Token.TryParse(http.Request.Cookies[NameOf(options)], out var known))
        {
            return known;
        }

        var token = Token.New(random);
        http.Response.Cookies.Append(NameOf(options), token.Value, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = options.IsSecure, Path = "/", IsEssential = true, MaxAge = Codes.KnownFor,
        });
        return token;
    }
}
