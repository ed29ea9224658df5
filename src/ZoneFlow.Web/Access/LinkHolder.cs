using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Access;

/// <summary>Whoever came by an emailed link, once the door has let them in.</summary>
public sealed record LinkHolder(Actor Actor)
{
    /// <summary>Whoever brings what a request carries: the link's addressee, or else the caller.</summary>
    public static Actor Bringing(HttpContext http) => http.Features.Get<LinkHolder>()?.Actor ?? Caller.Of(http).Actor;
}
