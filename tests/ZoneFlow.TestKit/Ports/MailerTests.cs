using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.TestKit.Ports;

/// <summary>What every <see cref="IMailer"/> owes its caller.</summary>
public abstract class MailerTests
{
    protected abstract IMailer Mailer { get; }

    [FactIfPresent]
    public async Task Sending_WithChineseEverywhere_ArrivesAsWritten()
    {
        var mail = SampleMail.WithKey(NewKey());

        var received = await SendAsync(mail);

        Assert.Equal(mail.Subject, received["Subject"]);
        Assert.Contains("<office@zones.example.cn>", received["From"], StringComparison.Ordinal);
        Assert.Contains("辽宁省知识产权局", received["From"], StringComparison.Ordinal);
        Assert.Contains("<clerk@park.example.cn>", received["To"], StringComparison.Ordinal);
        Assert.Contains("办公室, 王", received["To"], StringComparison.Ordinal);
        Assert.Equal(mail.TextBody.ReplaceLineEndings("\r\n"), received.Text);
        Assert.Equal(mail.HtmlBody, received.Html);
    }

    [FactIfPresent]
    public async Task Sending_AnyMail_CarriesItsOwnHeaders()
    {
        var mail = SampleMail.WithKey(NewKey());

        var received = await SendAsync(mail);

        Assert.Equal(mail.Id.Value, received["Message-ID"]);
        Assert.NotNull(received["Date"]);
        Assert.Equal("auto-generated", received["Auto-Submitted"]);
        Assert.Equal("annual-report-reminder", received["X-Category"]);
        Assert.Equal("<https://zones.example.cn/unsubscribe/abc>", received["List-Unsubscribe"]);
        Assert.Equal("1.0", received["MIME-Version"]);
        Assert.All(received.Head, character => Assert.True(char.IsAscii(character)));
        Assert.All(received.Head.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [FactIfPresent]
    public async Task Sending_WithoutHtml_ArrivesAsText()
    {
        var mail = SampleMail.WithKey(NewKey()) with { HtmlBody = null };

        var received = await SendAsync(mail);

        Assert.Equal(mail.TextBody.ReplaceLineEndings("\r\n"), received.Text);
        Assert.Null(received.Html);
    }

    [FactIfPresent]
    public async Task Sending_OneMailTwice_GivesBothTheSameMessageId()
    {
        var mail = SampleMail.WithKey(NewKey());

        var first = await SendAsync(mail);
        var second = await SendAsync(mail);

        Assert.Equal(first["Message-ID"], second["Message-ID"]);
    }

    [FactIfPresent]
    public async Task Sending_ManyAtOnce_DeliversEach()
    {
        var mails = Enumerable.Range(0, 8).Select(_ => SampleMail.WithKey(NewKey())).ToList();

        await Task.WhenAll(mails.Select(mail => Mailer.SendAsync(mail, CancellationToken.None)));

        foreach (var mail in mails)
        {
            Assert.Equal(mail.Subject, (await ReceivedAsync(mail.Id))["Subject"]);
        }
    }

    [FactIfPresent]
    public async Task Sending_WhenCancelled_Stops()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Mailer.SendAsync(SampleMail.WithKey(NewKey()), new CancellationToken(canceled: true)));
    }

    /// <summary>The last mail with this Message-ID that came through.</summary>
    protected abstract Task<ReceivedMail> ReceivedAsync(MessageId id);

    protected static string NewKey() => $"{Guid.NewGuid():N}/0";

    private async Task<ReceivedMail> SendAsync(OutgoingMail mail)
    {
        await Mailer.SendAsync(mail, CancellationToken.None);
        return await ReceivedAsync(mail.Id);
    }
}
