using Microsoft.AspNetCore.Http;

namespace ZoneFlow.Web.Access;

/// <summary>Answers HEAD as GET: the same status and headers, and the server keeps the body back.</summary>
public sealed class HeadRequests(RequestDelegate next)
{
    private sealed record Asked;

    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Features.Set(new Asked());
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    /// <summary>Whether somebody reads what is answered: a program that asks for the headers alone has not seen the page.</summary>
    public static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.Features.Get<Asked>() is null;
}
