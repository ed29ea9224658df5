using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Renders the mail that carries a sign-in link.</summary>
public delegate Task<RenderedMail> SignInMailRenderer(Addressee to, string url);

/// <summary>Mails sign-in links. The answer is the same whether an address is known or not.</summary>
public sealed class SignInLinks(SignIns signIns, IMailer mailer, ShellOptions options, SignInMailRenderer render, RateLimits limits, TimeProvider time)
{
    /// <summary>Sends a link to each person reached at the address; null where that went as asked.</summary>
    public async Task<Refusal?> SendAsync(HttpContext http, string email, string? returnTo)
    {
        string address;
        try
        {
            address = new Mailbox(email.Trim()).Address;
        }
        catch (ArgumentException)
        {
            var wrong = new Label("这不是可用的电子邮箱地址。", "This is not a mail address that can be written to.");
            return new Refusal("email", wrong, null, [new RefusalDetail("email", wrong)]);
        }

        if (!await limits.AllowAsync($"sign-in|{Registrar.AddressKey(address)}", 5, TimeSpan.FromMinutes(15), http.RequestAborted))
        {
            return new Refusal("too-many", "请求过于频繁，请十五分钟后再试。", "Too many requests; try again in fifteen minutes.");
        }

        foreach (var (to, token) in await signIns.RequestAsync(address, returnTo, http.RequestAborted))
        {
            var mail = await render(to, $"{options.BaseAddress}/sign-in/{token.Value}");
            await mailer.SendAsync(mail.To(to, $"sign-in|{token.Hash}", "sign-in", options.From, time.GetUtcNow()), http.RequestAborted);
        }

        return null;
    }
}
