using System.Text.Json;
using SendGrid;
using ZoneFlow.Functions.Mail;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SendGrid;
using ZoneFlow.TestKit.Mail;

namespace ZoneFlow.Functions.Tests.Mail;

/// <summary>SendGrid's own client against a stub that looks at what it is sent.</summary>
public sealed class SendGridMailerTests : IDisposable
{
    private readonly SendGridStub _stub = new();

    public void Dispose() => _stub.Dispose();

    [Fact]
    public async Task Sending_AMail_SaysAllOfIt()
    {
        var mail = SampleMail.WithKey("key-1");

        await MailerOf().SendAsync(mail, default);

        var (path, authorization, body) = Assert.Single(_stub.Received);
        Assert.Equal("/v3/mail/send", path);
        Assert.Equal("Bearer SG.test", authorization);
        var to = body.GetProperty("personalizations")[0].GetProperty("to")[0];
        Assert.Equal((mail.To.Address, mail.To.DisplayName), (to.GetProperty("email").GetString(), to.GetProperty("name").GetString()));
        Assert.Equal(mail.From.Address, body.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal([("text/plain", mail.TextBody), ("text/html", mail.HtmlBody)], body.GetProperty("content").EnumerateArray().Select(c => (c.GetProperty("type").GetString(), c.GetProperty("value").GetString())));
        Assert.Equal(mail.Category, Assert.Single(body.GetProperty("categories").EnumerateArray()).GetString());
        var everything = JsonSerializer.Serialize(body);
        Assert.Contains(mail.Id.Local, everything, StringComparison.Ordinal);
        Assert.Contains("\"Message-ID\"", everything, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", everything, StringComparison.Ordinal);
        Assert.False(body.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task Sending_TheSameMailTwice_CarriesTheSameIds()
    {
        await MailerOf().SendAsync(SampleMail.WithKey("key-2"), default);
        await MailerOf().SendAsync(SampleMail.WithKey("key-2"), default);

        Assert.Equal(2, _stub.Received.Count);
        Assert.Single(_stub.Received.Select(r => ArgumentOf(r.Body)).Distinct());
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(413, true)]
    [InlineData(401, false)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    public async Task Sending_WhatIsRefused_SaysWhetherForGood(int status, bool forGood)
    {
        _stub.Status = status;

        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => MailerOf().SendAsync(SampleMail.WithKey("key-3"), default));

        Assert.Equal((forGood, status), (refused.IsPermanent, refused.Code));
    }

    private static string? ArgumentOf(JsonElement body) =>
        (body.TryGetProperty("custom_args", out var all) ? all : body.GetProperty("personalizations")[0].GetProperty("custom_args")).GetProperty(SendGridEvents.MessageArgument).GetString();

    private SendGridMailer MailerOf() => new(new SendGridClient(new SendGridClientOptions { ApiKey = "SG.test", Host = _stub.Address }));
}
