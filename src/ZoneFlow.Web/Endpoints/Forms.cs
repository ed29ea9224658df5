using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What posted forms of signed-in people have in common.</summary>
internal static class Forms
{
    /// <summary>A form that was shown to the session that posts it, with its signal; or the answer to one that was not.</summary>
    public static async Task<(Typed Typed, string Signal, IResult? Problem)> ReadAsync(HttpContext http, Caller caller, Desk desk, FormIntake intake)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        return typed.One("signal") is { } signal && Frames.Holds(caller, signal, typed.One("nonce"))
            ? (typed, signal, null)
            : (typed, "", Stale(http));
    }

    /// <summary>Uses up the time-based code that a form came with.</summary>
    public static Task<CodeVerdict> ProveAsync(HttpContext http, Caller caller, Typed typed, Codes codes) =>
        codes.UseAsync(caller.Actor.Person!.Value, typed.One("code"), caller.Session, DeviceCookie.Of(http, typed), http.RequestAborted);

    public static IResult Stale(HttpContext http) =>
        Problems.BadRequest(http, "stale-form", "页面已经失效，请返回重新打开。", "The page is stale; go back and open it again.");

    public static Refusal Wrong(string field, string zh, string en) => Wrong([new RefusalDetail(field, new Label(zh, en))]);

    /// <summary>What is wrong with the ground for a deletion, or null.</summary>
    public static Refusal? WrongGround(string ground) =>
        ground.Length is < 4 or > 500 ? Wrong("ground", "请写明依据和理由（4至500字）。", "Give the ground, in 4 to 500 characters.") : null;

    public static Refusal Wrong(IEnumerable<RefusalDetail> details) =>
        new("inputs-wrong", new Label("所填内容有误。", "Some of what was entered is wrong."), null, [.. details]);
}
