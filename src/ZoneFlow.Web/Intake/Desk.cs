using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Intake;

/// <summary>Where signals of people come in, whether by page, by link or by JSON: one way, so that the answer is one.</summary>
public sealed class Desk(Cases cases, Codes codes, TimeProvider time, RandomBytes random)
{
    public Confiding NewConfiding() => new(random);

    public SignalId NewSignal() => new(Guid.CreateVersion7(time.GetUtcNow()).ToString());

    /// <summary>The id of a signal that carries a caller's own key: the same key on the same route is the same signal.</summary>
    public static SignalId SignalOf(string scope, string key) =>
        new($"key/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{key}")).AsSpan(0, 20))}");

    public async Task<Answer> SendAsync(
        SignalId signal, CaseId id, DateTimeOffset receivedAt, Actor actor, SignalBody body, Confiding confiding, string asked,
        CancellationToken cancellationToken) =>
        await SendAsync(signal, id, receivedAt, actor, body, confiding, asked, null, cancellationToken);

    /// <param name="link">The emailed link that is used up by it; null where it is not, or where there is none.</param>
    public async Task<Answer> SendAsync(
        SignalId signal, CaseId id, DateTimeOffset receivedAt, Actor actor, SignalBody body, Confiding confiding, string asked, ActionLink? link,
        CancellationToken cancellationToken) => await cases.SendAsync(
            new SignalRequest(
                signal, id, receivedAt, actor, body, [.. confiding.Texts], asked, link is null ? null : ActionLinks.Used(link, signal)),
            cancellationToken);

    /// <summary>Whether a signal has been taken already: a second click is answered as the first was.</summary>
    public Task<bool> IsAnsweredAsync(SignalId signal, CancellationToken cancellationToken) => cases.IsAnsweredAsync(signal, cancellationToken);

    /// <summary>What would stand against it now, with nothing written.</summary>
    public Task<Refusal?> RefusalOfAsync(CaseId id, DateTimeOffset receivedAt, Actor actor, SignalBody body, CancellationToken cancellationToken) =>
        cases.RefusalOfAsync(new SignalRequest(NewSignal(), id, receivedAt, actor, body, []), cancellationToken);

    /// <summary>
    /// Takes an action. Where it asks for a time-based code, everything else is judged first, so that a code is
    /// only used up by an act that goes through.
    /// </summary>
    public async Task<Answer> ActAsync(
        SignalId signal, CaseAtDesk at, ActionForm form, Confiding confiding, string asked, ActionLink? link,
        CancellationToken cancellationToken)
    {
        var offer = at.Offer(form);
        var transition = offer?.Transition;
        var (body, unreadable) = form.ToBody(transition, confiding);
        if (body is null)
        {
            return new Answer(at.State, unreadable, at.State.Version, false);
        }

        var actor = at.Actor;
        var request = new SignalRequest(
            signal, at.State.Id, at.ReceivedAt, actor, body, [.. confiding.Texts], asked,
            link is null || offer is not { Optional: null, Transition.To: not Destination.Stay } ? null : ActionLinks.Used(link, signal));
        if (transition?.SecondFactor == true && !await cases.IsAnsweredAsync(signal, cancellationToken))
        {
            var proven = request with { Actor = actor with { SecondFactor = true } };
            if (await cases.RefusalOfAsync(proven, cancellationToken) is { } refusal)
            {
                return new Answer(at.State, refusal, at.State.Version, false);
            }

            if (await codes.UseAsync(actor.Person!.Value, form.Code, at.Holder, at.Device, cancellationToken) is var verdict and not CodeVerdict.Right)
            {
                return new Answer(at.State, CodeRefused(verdict, transition), at.State.Version, false);
            }

            request = proven;
        }

        return await cases.SendAsync(request, cancellationToken);
    }

    /// <summary>
    /// Sends what always asks for a time-based code: a correction, an adoption. Everything else is judged first, so that a code
    /// is only used up by what goes through.
    /// </summary>
    public async Task<Answer> SendProvenAsync(
        SignalId signal, CaseId id, DateTimeOffset receivedAt, Actor actor, SignalBody body, Confiding confiding, string asked, string? code,
        Token? holder, Token? device, CancellationToken cancellationToken)
    {
        var request = new SignalRequest(signal, id, receivedAt, actor with { SecondFactor = true }, body, [.. confiding.Texts], asked);
        if (!await cases.IsAnsweredAsync(signal, cancellationToken))
        {
            if (await cases.RefusalOfAsync(request, cancellationToken) is { } refusal)
            {
                return new Answer(null, refusal, 0, false);
            }

            if (await codes.UseAsync(actor.Person!.Value, code, holder, device, cancellationToken) is var verdict and not CodeVerdict.Right)
            {
                return new Answer(null, CodeRefused(verdict, null), 0, false);
            }
        }

        return await cases.SendAsync(request, cancellationToken);
    }

    public static Refusal CodeRefused(CodeVerdict verdict, TransitionRule? transition)
    {
        var (zh, en) = verdict switch
        {
            CodeVerdict.Paused => ("验证码多次错误，请至少五分钟后再试。", "Too many wrong codes; wait five minutes at least and try again."),
            CodeVerdict.Guarded => ("在陌生的浏览器上多次输错了您的验证码：请在常用的浏览器上办理，或输入一个备用码，或稍后再试。", "Your code was typed wrongly too often in browsers not known to be yours: use one that is, enter a recovery code, or try again later."),
            CodeVerdict.NotEnrolled => ("您尚未登记动态验证码，请到管理员处当面登记。", "You have no time-based code yet; enrol one with the operator in person."),
            _ => ("验证码不正确或已用过，请输入新的验证码或一个备用码。", "The code is wrong or has been used; enter a new one, or a recovery code."),
        };
        return new Refusal("second-factor", new Label(zh, en), transition?.Source, [new RefusalDetail("code", new Label(zh, en))]);
    }
}
