using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Where somebody comes back to whose session ended before a form was sent: the page the form stands on.</summary>
internal static class ReturnPaths
{
    public static string SignInFrom(HttpContext http) => $"{SitePaths.SignIn}?return={Uri.EscapeDataString(PageOf(http))}";

    // A form's own address where that is a page too, or the nearest page above it.
    private static string PageOf(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            return SitePaths.Worklist;
        }

        var pages = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true).Select(e => e.RoutePattern.RawText).ToHashSet();
        var (path, query) = (http.Request.Path.Value ?? "/", http.Request.QueryString.Value);
        while (path.Length > 1 && pattern.Length > 1)
        {
            if (pages.Contains(pattern))
            {
                return path + query;
            }

            pattern = Above(pattern);
            (path, query) = ("/" + string.Join('/', path.Split('/').Skip(1).Take(pattern.Count(c => c == '/'))), "");
        }

        return SitePaths.Worklist;
    }

    private static string Above(string path) => path[..Math.Max(1, path.LastIndexOf('/'))];
}
