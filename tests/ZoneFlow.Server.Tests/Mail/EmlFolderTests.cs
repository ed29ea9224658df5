using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Mail;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Mail;

public sealed class EmlFolderTests : MailerTests, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EmlFolder mailer;

    public EmlFolderTests() => mailer = new(folder["mail"]);

    protected override IMailer Mailer => mailer;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sending_OneMailTwice_LeavesOneFile()
    {
        var mail = SampleMail.WithKey("signal/0");

        await mailer.SendAsync(mail, CancellationToken.None);
        await mailer.SendAsync(mail with { Subject = "again" }, CancellationToken.None);

        Assert.Equal([Path.Combine(folder["mail"], mail.Id.Local + ".eml")], Directory.EnumerateFiles(folder["mail"]));
        Assert.Equal("again", (await ReceivedAsync(mail.Id))["Subject"]);
    }

    [Fact]
    public async Task Sending_AnyMail_IsDatedWhenTheOfficeWroteIt()
    {
        var mail = SampleMail.WithKey("signal/0");

        await mailer.SendAsync(mail, CancellationToken.None);

        Assert.Equal("Sun, 01 Feb 2026 09:00:00 +0800", (await ReceivedAsync(mail.Id))["Date"]);
    }

    protected override async Task<ReceivedMail> ReceivedAsync(MessageId id) =>
        ReceivedMail.Parse(await File.ReadAllTextAsync(Path.Combine(folder["mail"], id.Local + ".eml")));
}
