using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Mail;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.Mail;

[NeedsPythonMail]
public sealed class SecuredSmtpTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SmtpServer server;
    private readonly string thumbprint;

    public SecuredSmtpTests()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder["certificate.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
        thumbprint = certificate.Thumbprint;
        server = SmtpServer.Secured(folder["certificate.pem"], folder["key.pem"]);
    }

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [FactIfPresent]
    public async Task Sending_WithStartTls_NeedsATrustedCertificateAndTheRightPassword()
    {
        var mail = SampleMail.WithKey("signal/0");
        var options = new SmtpOptions
        {
            Host = "localhost", Port = server.Port, StartTls = true, UserName = "office", Password = "secret",
        };

        // Not trusted: nothing is said to the server, the password least of all.
        await Assert.ThrowsAnyAsync<Exception>(() => new SmtpMailer(options).SendAsync(mail, CancellationToken.None));

        Trust(thumbprint);
        try
        {
            await new SmtpMailer(options).SendAsync(mail, CancellationToken.None);

            // A wrong password and a missing STARTTLS are the office's faults, not the mail's.
            Assert.False((await RefusalAsync(options with { Password = "wrong" }, mail)).IsPermanent);
            Assert.False((await RefusalAsync(options with { StartTls = false, UserName = null }, mail)).IsPermanent);
        }
        finally
        {
            Trust(null);
        }

        var received = Assert.Single(await server.StopAsync());
        Assert.Equal(mail.Subject, ReceivedMail.Parse(received)["Subject"]);
    }

    /// <summary>The client asks only this setting, which is the whole process's; so it takes one certificate and goes again.</summary>
    private static void Trust(string? thumbprint)
    {
#pragma warning disable SYSLIB0014 // Old for web requests, still the one that SmtpClient reads.
        ServicePointManager.ServerCertificateValidationCallback = thumbprint is null
            ? null
            : (_, presented, _, _) => presented?.GetCertHashString() == thumbprint;
#pragma warning restore SYSLIB0014
    }

    private static Task<MailRefusedException> RefusalAsync(SmtpOptions options, OutgoingMail mail) =>
        Assert.ThrowsAsync<MailRefusedException>(() => new SmtpMailer(options).SendAsync(mail, CancellationToken.None));
}
