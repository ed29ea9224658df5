using Microsoft.AspNetCore.Http;

namespace ZoneFlow.Web.Access;

/// <summary>What an answer that is no ordinary page of ours may do in a browser: never anything from elsewhere, and no script but ours.</summary>
/// <param name="Policy">Its Content-Security-Policy.</param>
/// <param name="Framed">It may be shown inside a page of ours, and of nobody else's.</param>
public sealed record Allowance(string Policy, bool Framed)
{
    public const string Page = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The script may ask this server and nobody else; what is written into a page still runs nothing.</summary>
    public const string PageWithScript = $"{Page}; script-src 'self'; connect-src 'self'";

    private const string Key = "zoneflow-allowance";

    /// <summary>A kept paper carries its own style sheet; it may do nothing else, not even be sent from.</summary>
    public static Allowance KeptPaper { get; } = new(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox", false);

    /// <summary>A page of ours that shows a document of the case in the browser's own viewer.</summary>
    public static Allowance ShowingDocument { get; } = new($"{Page}; object-src 'self'; frame-src 'self'", false);

    /// <summary>A picture that somebody sent: to an image element it is only pixels, and opened alone it is nothing at all.</summary>
    public static Allowance Picture { get; } = new("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox", false);

    /// <summary>
    /// A PDF that somebody sent, for the browser's own viewer, which keeps a document's scripts away from every site. Chromium's viewer needs its
    /// own element and styles, and refuses to start in a frame that is sandboxed, so what confines it is this policy and the fixed type.
    /// </summary>
    public static Allowance Pdf { get; } = new(
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'", true);

    public void Give(HttpContext http) => http.Items[Key] = this;

    public static Allowance? Of(HttpContext http) => http.Items[Key] as Allowance;
}
