using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Access;

/// <summary>
/// Puts on every answer what tells a browser how little it may do: no script save this server's one file on the pages
/// that say so, nothing from elsewhere, no frame, no referrer. Only public pages and the style sheet may be kept or found by a search engine.
/// </summary>
public sealed class Headers(RequestDelegate next, ShellOptions options)
{
    public Task InvokeAsync(HttpContext http)
    {
        // The last word, whatever was thrown or set on the way.
        http.Response.OnStarting(
            static state =>
            {
                var (http, isSecure) = ((HttpContext, bool))state;
                Put(http, isSecure);
                return Task.CompletedTask;
            },
            (http, options.IsSecure));
        return next(http);
    }

    private static void Put(HttpContext http, bool isSecure)
    {
        var headers = http.Response.Headers;
        if (isSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        var allowance = Allowance.Of(http);
        headers.ContentSecurityPolicy = allowance?.Policy ?? (http.GetEndpoint()?.Metadata.GetMetadata<PageScript>() is null ? Allowance.Page : Allowance.PageWithScript);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = allowance is { Framed: true } ? "SAMEORIGIN" : "DENY";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Response.StatusCode == StatusCodes.Status200OK && http.GetEndpoint()?.Metadata.GetMetadata<PublicContent>() is { } content)
        {
            // A page names whoever is signed in, so it is kept for nobody else.
            headers.CacheControl = content.ForEver ? "public, max-age=31536000, immutable" : Caller.Of(http).IsSignedIn ? "no-store" : "no-cache";
            if (!content.ForEver)
            {
                headers.Vary = "Cookie";
            }
        }
        else
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex";
        }
    }
}
