using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Access;

/// <summary>
/// Refuses forms that another site sends. Our pages say "no-referrer", for which browsers write the origin as
/// <c>null</c>: then their Sec-Fetch-Site decides, and behind it the form's nonce.
/// </summary>
public sealed class SameOrigin(RequestDelegate next, ShellOptions options, SecurityLog log)
{
    private readonly string _own = new Uri(options.BaseAddress).Authority;

    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || Problems.IsApi(http) || !IsForeign(http.Request))
        {
            return next(http);
        }

        log.ForeignForm();
        return Problems.Of(http, StatusCodes.Status403Forbidden, "foreign-form", "不接受从其他网站提交的表单。", "Forms sent from another site are not taken.")
            .ExecuteAsync(http);
    }

    private bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return request.Headers["Sec-Fetch-Site"] == "cross-site"
            || (origin.Length > 0 && origin != "null" && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != _own));
    }
}
