using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
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
public sealed partial class SignInLinks(SignIns signIns, IMailer mailer, ShellOptions options, SignInMailRenderer render, RateLimits limits, TimeProvider time,
    ILogger<SignInLinks> logger)
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

        if (options.SignInPace is not { } pace)
        {
            await MailAsync(address, returnTo, http.RequestAborted);
            return null;
        }

        // Whoever waits learns nothing from how long: the mail goes its own way.
        _ = MailAloneAsync(address, returnTo);
        await Task.Delay(pace, http.RequestAborted);
        return null;
    }

    private async Task MailAloneAsync(string address, string? returnTo)
    {
        try
        {
            await Task.Yield();
            await MailAsync(address, returnTo, CancellationToken.None);
        }
        catch (Exception failed)
        {
            Log.NotMailed(logger, failed);
        }
    }

    private async Task MailAsync(string address, string? returnTo, CancellationToken cancellationToken)
    {
        foreach (var (to, token) in await signIns.RequestAsync(address, returnTo, cancellationToken))
        {
            var mail = await render(to, $"{options.BaseAddress}/sign-in/{token.Value}");
            await mailer.SendAsync(mail.To(to, $"sign-in|{token.Hash}", "sign-in", options.From, time.GetUtcNow()), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in link could not be mailed.")]
        public static partial void NotMailed(ILogger logger, Exception error);
    }
}
