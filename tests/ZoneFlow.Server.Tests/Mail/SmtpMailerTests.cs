using System.Net.Mail;
using System.Net.Sockets;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Mail;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Mail;

[NeedsPythonMail]
public sealed class SmtpMailerTests(SmtpServer server) : MailerTests, IClassFixture<SmtpServer>
{
    private readonly SmtpMailer mailer = new(new() { Host = "127.0.0.1", Port = server.Port });

    protected override IMailer Mailer => mailer;

    [FactIfPresent]
    public async Task Sending_ToAnUnknownAddress_IsRefusedForGood() =>
        await AssertRefusedAsync("unknown@park.example.cn", permanent: true, 550);

    [FactIfPresent]
    public async Task Sending_ToABusyMailbox_IsRefusedForNow() =>
        await AssertRefusedAsync("busy@park.example.cn", permanent: false, 451);

    [FactIfPresent]
    public async Task Sending_WhatTheServerCallsSpam_IsRefusedForGood() =>
        await AssertRefusedAsync("spam@park.example.cn", permanent: true, 554);

    [Fact]
    public async Task Sending_WithNobodyListening_IsNoRefusal()
    {
        using var closed = new TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        await Assert.ThrowsAsync<SmtpException>(() => new SmtpMailer(new() { Host = "127.0.0.1", Port = port })
            .SendAsync(SampleMail.WithKey("signal/0"), CancellationToken.None));
    }

    [Fact]
    public async Task Sending_ToAServerThatNeverAnswers_TimesOut()
    {
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var options = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port,
            Timeout = TimeSpan.FromMilliseconds(200),
        };

        await Assert.ThrowsAsync<TimeoutException>(
            () => new SmtpMailer(options).SendAsync(SampleMail.WithKey("signal/0"), CancellationToken.None));
    }

    protected override async Task<ReceivedMail> ReceivedAsync(MessageId id) =>
        ReceivedMail.Parse(await server.FindAsync(mail => ReceivedMail.Parse(mail)["Message-ID"] == id.Value));

    private async Task AssertRefusedAsync(string to, bool permanent, int code)
    {
        var refusal = await Assert.ThrowsAsync<MailRefusedException>(
            () => mailer.SendAsync(SampleMail.WithKey(NewKey()) with { To = new(to) }, CancellationToken.None));

        Assert.Equal((permanent, code), (refusal.IsPermanent, refusal.Code));
        Assert.DoesNotContain(to, refusal.Message, StringComparison.Ordinal);
    }
}
