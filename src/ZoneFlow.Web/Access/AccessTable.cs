using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Access;

/// <summary>
/// Stands before every route: finds out who is calling, loads the case that the address names, and asks the one
/// table whether the caller may have what the route shows. A route that says nothing of itself is not served.
/// </summary>
public sealed class AccessTable(RequestDelegate next, SignIns signIns, Cases cases, ShellOptions options, Readings readings, SecurityLog log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { Metadata: var metadata })
        {
            await Problems.NotFound(http).ExecuteAsync(http);
            return;
        }

        if (http.GetEndpoint() is not RouteEndpoint)
        {
            // The router's own answer where the address is right and the method or the media type is not.
            await next(http);
            var answer = http.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType
                ? Problems.MediaType(http)
                : Problems.Of(http, http.Response.StatusCode, "method", "此地址不接受这种请求。", "This address does not take such a request.");
            await answer.ExecuteAsync(http);
            return;
        }

        var caller = await CallerAsync(http);
        http.Features.Set(caller);
        if (metadata.GetMetadata<OpenToAll>() is null && metadata.GetMetadata<NeedsSignIn>() is null && metadata.GetMetadata<Shows>() is null)
        {
            throw new InvalidOperationException($"{http.GetEndpoint()!.DisplayName} does not say who may use it.");
        }

        if (await RefusalAsync(http, metadata, caller) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private async Task<IResult?> RefusalAsync(HttpContext http, EndpointMetadataCollection metadata, Caller caller)
    {
        if (metadata.GetMetadata<NeedsSignIn>() is not null && !caller.IsSignedIn)
        {
            return Problems.SignInFirst(http);
        }

        if (metadata.GetMetadata<Shows>() is not { View: var view })
        {
            return null;
        }

        if (http.GetRouteValue("id") is not string id)
        {
            return May.See(view, Relation.Stranger, caller.Actor.IsOperator, false) ? null : Denied(http, caller);
        }

        if (await cases.FindAsync(new CaseId(id), http.RequestAborted) is not var (state, rules) || rules.Pack is null)
        {
            return Problems.NotFound(http);
        }

        var atHand = new CaseAtHand(state, rules, caller, May.RelationOf(rules.Pack, state, caller.Actor));
        http.Features.Set(atHand);
        if (!atHand.MaySee(view))
        {
            return Denied(http, caller);
        }

        if (HttpMethods.IsGet(http.Request.Method) && view is not (View.PublicPage or View.Notice))
        {
            await readings.NoteAsync(state, caller.Actor, view.ToString(), http.RequestAborted);
        }

        return null;
    }

    private IResult Denied(HttpContext http, Caller caller)
    {
        if (!caller.IsSignedIn)
        {
            return Problems.SignInFirst(http);
        }

        log.Denied(caller.Actor, http.Request.Method, ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText ?? "");
        return Problems.NotAllowed(http);
    }

    // Pages know their caller by the cookie, the JSON interface by the header alone: no other site can make a browser send that.
    private async Task<Caller> CallerAsync(HttpContext http)
    {
        var text = Problems.IsApi(http)
            ? http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null
            : http.Request.Cookies[SessionCookie.NameOf(options)];
        return Token.TryParse(text, out var token) && await signIns.ActorAsync(token, http.RequestAborted) is { } actor
            ? new Caller(actor, token)
            : Caller.Nobody;
    }
}
