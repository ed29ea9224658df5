using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>An address under a route, with what mostly fits in the places of its parameters.</summary>
internal static class RouteAddress
{
    public static string Of(RouteEndpoint route, string id) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart p => p.Content,
        RoutePatternParameterPart { Name: "id" } => id,
        RoutePatternSeparatorPart p => p.Content,
        RoutePatternParameterPart { Name: "what" } => "scores",
        RoutePatternParameterPart { Name: "format" } => "csv",
        RoutePatternParameterPart { Name: "version" or "index" or "visit" } => "1",
        RoutePatternParameterPart { IsCatchAll: true } => "designation/1",
        _ => "none",
    }))));
}
