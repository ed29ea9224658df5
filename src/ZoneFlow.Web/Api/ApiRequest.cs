using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>
/// What every writing request of the interface has: the instant its last byte arrived, and its signal's id, from the
/// Idempotency-Key where there is one, scoped to caller and route.
/// </summary>
public sealed record ApiRequest(SignalId Signal, string Asked, DateTimeOffset ReceivedAt)
{
    public const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <param name="body">The bytes that say what was asked: the same key with others is another question.</param>
    public static (ApiRequest? Request, IResult? Problem) Of(HttpContext http, Desk desk, TimeProvider time, ReadOnlySpan<byte> body)
    {
        var asked = Convert.ToHexStringLower(SHA256.HashData(body));
        if (!http.Request.Headers.TryGetValue(KeyHeader, out var keys))
        {
            return (new ApiRequest(desk.NewSignal(), asked, time.GetUtcNow()), null);
        }

        if (keys.ToString() is not { Length: > 0 and <= LongestKey } key)
        {
            return (null, Problems.BadRequest(
                http, "idempotency-key", $"Idempotency-Key须为1至{LongestKey}个字符。", $"The Idempotency-Key has 1 to {LongestKey} characters."));
        }

        var caller = Caller.Of(http);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var scope = $"{caller.Actor.Party}|{caller.Actor.Person}|{http.Request.Method}|{route}|{http.Request.Path}";
        return (new ApiRequest(Desk.SignalOf(scope, key), asked, time.GetUtcNow()), null);
    }
}
