using Microsoft.AspNetCore.Builder;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Endpoints;

/// <summary>How a route says who may use it.</summary>
public static class RouteMarks
{
    extension<T>(T route)
        where T : IEndpointConventionBuilder
    {
        /// <summary>The route shows this of the case its address names, or of the installation.</summary>
        public T Shows(View view) => route.WithMetadata(new Shows(view));

        public T NeedsSignIn() => route.WithMetadata(new NeedsSignIn());

        public T OpenToAll() => route.WithMetadata(new OpenToAll());

        /// <summary>The page may run the one script file. It does nothing that the page cannot do without it.</summary>
        public T MayScript() => route.WithMetadata(new PageScript());

        /// <summary>Search engines may list the answer, and browsers keep it.</summary>
        public T IsPublic(bool forEver = false) => route.WithMetadata(new PublicContent(forEver));
    }
}
