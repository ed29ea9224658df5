using Microsoft.AspNetCore.Http;

namespace ZoneFlow.Web.Rendering;

/// <summary>A page that has been rendered, as an answer. Its memory is given back once it has been sent.</summary>
public sealed class PageResult(PooledBytes page, int status) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (page)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.ContentLength = page.Count;
            await httpContext.Response.Body.WriteAsync(page.Written, httpContext.RequestAborted);
        }
    }
}
