using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Web.Api;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The one table of routes, which every head serves.</summary>
public static class WebEndpoints
{
    public static void MapZoneFlow(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapApi();
        routes.MapCaseWork();
        routes.MapOpenApi().OpenToAll();
        routes.MapPublicPages();
        routes.MapFeeds();
        routes.MapEvidence();
        routes.MapExports();
        routes.MapLookUp();
        routes.MapDisplay();
        routes.MapSignInPages();
        routes.MapSessionPages();
        routes.MapOperatorPages();
        routes.MapDemoPages();
    }
}
