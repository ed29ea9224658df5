using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Signing in by an emailed link, and out again.</summary>
internal static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.SignIn, AskAsync).OpenToAll();
        routes.MapPost(SitePaths.SignIn, SendAsync).OpenToAll();
        routes.MapGet(SitePaths.SignIn + "/{token}", ShowAsync).OpenToAll();
        routes.MapPost(SitePaths.SignIn + "/{token}", ConfirmAsync).OpenToAll();
        routes.MapPost(SitePaths.SignOut, SignOutAsync).OpenToAll();
    }

    private static async Task<IResult> AskAsync(HttpContext http, Caller caller, Frames frames)
    {
        var returnTo = ReturnOf(http.Request.Query["return"]);
        if (IsRefused(returnTo))
        {
            return NotLocal(http);
        }

        if (caller.IsSignedIn && returnTo is not null)
        {
            return Results.Redirect(returnTo);
        }

        if (http.Request.Headers["Sec-Fetch-Site"] == "cross-site" && returnTo is not null && !http.Request.Query.ContainsKey("again"))
        {
            // A link in a webmail arrives without the strict cookie. Coming again from here it is sent, and whoever
            // is signed in goes straight on.
            http.Response.Headers.Append("Refresh", $"0; url={SitePaths.SignIn}?again=1&return={Uri.EscapeDataString(returnTo)}");
        }

        return await FormAsync(http, frames, "", returnTo, null, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SendAsync(HttpContext http, Desk desk, FormIntake intake, Frames frames, SignInLinks links)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        var returnTo = ReturnOf(typed.One("return"));
        if (IsRefused(returnTo))
        {
            return NotLocal(http);
        }

        var email = typed.One("email") ?? "";
        return await links.SendAsync(http, email, returnTo) is { } refusal
            ? await FormAsync(http, frames, email, returnTo, refusal, Problems.StatusOf(refusal))
            : await PageResults.PageAsync<SignInSentPage, SignInSentModel>(
                new SignInSentModel(await frames.OfAsync(http), email, (int)SignIns.TicketLife.TotalMinutes));
    }

    /// <summary>Opened from the mail, by its reader or by whatever scans it: shows who would be signed in and changes nothing.</summary>
    private static async Task<IResult> ShowAsync(HttpContext http, string token, SignIns signIns, Parties parties, Frames frames)
    {
        if (!Token.TryParse(token, out var held) || await signIns.FindTicketAsync(held, http.RequestAborted) is not { } ticket)
        {
            return Gone(http);
        }

        var person = (await parties.PeopleAsync(ticket.Party, http.RequestAborted)).FirstOrDefault(p => p.Person == ticket.Person);
        return person is null
            ? Gone(http)
            : await PageResults.PageAsync<SignInConfirmPage, SignInConfirmModel>(new SignInConfirmModel(
                await frames.OfAsync(http), $"{SitePaths.SignIn}/{token}", Frames.Tokens(held, SignalOf(held)), person.Name, person.PartyName, [], null));
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext http, string token, Caller caller, Desk desk, FormIntake intake, SignIns signIns, ShellOptions options)
    {
        if (!Token.TryParse(token, out var held))
        {
            return Gone(http);
        }

        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        if (!FormNonce.Holds(held, SignalOf(held).Value, typed.One("nonce")))
        {
            return Problems.BadRequest(http, "stale-form", "页面已经失效，请重新打开邮件里的链接。", "The page is stale; open the link in the mail again.");
        }

        if (await signIns.ConfirmAsync(held, BrowserFamily.Of(http.Request.Headers.UserAgent), http.RequestAborted) is not var (session, ticket))
        {
            // A button pressed twice has signed its owner in already.
            return caller.IsSignedIn ? SeeOther.To(SitePaths.Worklist) : Gone(http);
        }

        await SessionCookie.PutAsync(http, session, signIns, options);
        return SeeOther.To(ticket.ReturnTo is { } back && LocalAddress.IsLocal(back) ? back : SitePaths.Worklist);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, SignIns signIns, ShellOptions options, Frames frames, SecurityLog log)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        if (caller.IsSignedIn && !Frames.HoldsSignOut(caller, typed.One("nonce")))
        {
            return Forms.Stale(http);
        }

        await SessionCookie.RemoveAsync(http, signIns, options);
        log.SignedOut(caller.Actor.Person);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        http.Features.Set(Caller.Nobody);
        return await PageResults.PageAsync<SignedOutPage, SignedOutModel>(new SignedOutModel(await frames.OfAsync(http)));
    }

    private static async Task<IResult> FormAsync(HttpContext http, Frames frames, string email, string? returnTo, Refusal? refused, int status) =>
        await PageResults.PageAsync<SignInPage, SignInModel>(
            new SignInModel(await frames.OfAsync(http), SitePaths.SignIn, Frames.Tokens((Token?)null, new SignalId("sign-in")), email, returnTo, refused), status);

    private static SignalId SignalOf(Token ticket) => new($"sign-in/{ticket.Hash.Value[..20]}");

    private static string? ReturnOf(string? asked) => string.IsNullOrEmpty(asked) ? null : asked;

    private static bool IsRefused(string? returnTo) => returnTo is not null && !LocalAddress.IsLocal(returnTo);

    private static IResult NotLocal(HttpContext http) =>
        Problems.BadRequest(http, "return", "返回地址只能是本站的地址。", "The address to return to must be one of this site.");

    private static IResult Gone(HttpContext http) => Problems.Of(
        http, StatusCodes.Status410Gone, "link-gone", "登录链接无效、已用过或已过期，请重新获取。",
        "The sign-in link is not valid, used or expired; ask for a new one.");
}
