using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Intake;

/// <summary>Reads the form of a page, and only one that was shown to the session or link that posts it.</summary>
public sealed class PageIntake(FormIntake intake, Desk desk, TimeProvider time)
{
    public async Task<(PostedPage? Posted, IResult? Problem)> ReadAsync(HttpContext http, Token? holder)
    {
        var confiding = desk.NewConfiding();
        var form = await intake.ReadAsync(http, confiding);
        // A page's signal is always a fresh one of ours: a holder can make nonces, and must not take an effect's or a key's id.
        return holder is { } token && form.Typed.One("signal") is { } signal && Guid.TryParseExact(signal, "D", out _)
            && FormNonce.Holds(token, signal, form.Typed.One("nonce"))
            ? (new PostedPage(form, new SignalId(signal), time.GetUtcNow(), confiding) { Device = DeviceCookie.Of(http, form.Typed) }, null)
            : (null, Problems.Of(http, 403, "form-stale", "页面已失效，请重新打开后再提交。", "This page no longer holds; open it again and submit from there."));
    }
}
