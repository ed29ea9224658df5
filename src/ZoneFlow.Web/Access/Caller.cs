using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Access;

/// <summary>Whoever sent a request: an actor of today, and the session they came with.</summary>
public sealed record Caller(Actor Actor, Token? Session)
{
    public static Caller Nobody { get; } = new(Actor.Anonymous, null);

    public bool IsSignedIn => Actor.Person is not null;

    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? Nobody;

    public static ValueTask<Caller> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));
}
