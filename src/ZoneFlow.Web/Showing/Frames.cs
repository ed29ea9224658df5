using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>What stands around every page: the office, whoever is signed in, and the demonstration's clock.</summary>
public sealed class Frames(Office office, Parties parties, Registers registers, TimeProvider time, DemoMode demo, DailyRoots roots)
{
    private const string SignOutSignal = "sign-out";

    public async Task<PageFrame> OfAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        return new PageFrame(
            await office.NameAsync(http.RequestAborted), await ViewerAsync(caller, http.RequestAborted), demo.IsOn ? new DemoBanner(time.GetUtcNow()) : null)
        {
            Root = await roots.LatestAsync(http.RequestAborted),
            Size = DisplayRoutes.SizeOf(http),
            ChineseAlone = DisplayRoutes.IsChineseAlone(http),
            Here = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : SitePaths.Home,
        };
    }

    /// <summary>The tokens of a form shown to a caller: a new signal, and a nonce that binds it to the session.</summary>
    public static PostTokens Tokens(Caller caller, SignalId signal) => Tokens(caller.Session, signal);

    public static PostTokens Tokens(Token? holder, SignalId signal) => new(holder is { } token ? FormNonce.For(token, signal.Value) : "", signal.Value);

    /// <summary>Whether a posted form was shown to the session that posts it.</summary>
    public static bool Holds(Caller caller, string? signal, string? nonce) =>
        caller.Session is { } session && signal is { Length: > 0 and <= 100 } && FormNonce.Holds(session, signal, nonce);

    public static bool HoldsSignOut(Caller caller, string? nonce) => Holds(caller, SignOutSignal, nonce);

    private async Task<Viewer?> ViewerAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller is not { Actor: { Party: { } party, Person: { } person } actor, Session: { } session })
        {
            return null;
        }

        var people = await parties.PeopleAsync(party, cancellationToken);
        var self = people.FirstOrDefault(p => p.Person == person);
        var packs = await office.PacksAsync(cancellationToken);
        var open = await registers.TaskCountAsync(actor, DueSpan.Any, cancellationToken);
        return new Viewer(
            self?.Name ?? "", self?.PartyName ?? "", [.. actor.Roles.Select(r => RoleLabel(packs, r.Role))], actor.IsOperator, open,
            FormNonce.For(session, SignOutSignal));
    }

    /// <summary>What a role is called, by the first pack in use that has it.</summary>
    public static Label RoleLabel(IReadOnlyList<Pack> packs, string role) =>
        packs.Select(p => p.Roles.TryGetValue(role, out var rule) ? rule.Label : null).FirstOrDefault(l => l is not null)
        ?? (role == Actor.OperatorRole ? new Label("系统管理员", "Operator") : new Label(role, role));
}
