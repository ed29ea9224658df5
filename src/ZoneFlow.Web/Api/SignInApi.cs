using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Api;

/// <summary>Signing in for programs: the same emailed link, and a session for the header.</summary>
internal static class SignInApi
{
    public static async Task<IResult> RequestAsync(HttpContext http, SignInLinks links)
    {
        var (request, _) = await ApiBody.ReadAsync(http, ApiJson.Default.SignInRequest);
        return await links.SendAsync(http, request.Email, null) is { } refusal ? Problems.Refused(http, refusal) : Results.Accepted();
    }

    public static async Task<IResult> ConfirmAsync(HttpContext http, string token, SignIns signIns) =>
        Token.TryParse(token, out var ticket) && await signIns.ConfirmAsync(ticket, Access.BrowserFamily.Program, http.RequestAborted) is var (session, _)
            ? Results.Json(new SessionAnswer(session.Value), ApiJson.Default.SessionAnswer)
            : Problems.Of(http, 410, "link-gone", "登录链接无效、已用过或已过期，请重新获取。", "The sign-in link is not valid, used or expired; ask for a new one.");

    public static async Task<IResult> EndAsync(Caller caller, SignIns signIns, SecurityLog log, CancellationToken cancellationToken)
    {
        log.SignedOut(caller.Actor.Person);
        await signIns.EndAsync(caller.Session!.Value, cancellationToken);
        return Results.NoContent();
    }
}
