using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Mail;

namespace ZoneFlow.Runtime.Tests.Ports;

public sealed class OutgoingMailTests
{
    private static readonly OutgoingMail Mail = SampleMail.WithKey("signal/0");

    public static TheoryData<string> Breaks => ["a\rb", "a\nb", "a\r\nBcc: evil@example.cn", "a\0b", "a\u0085b", "a\u2028b"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Composing_WithALineBreakInAHeader_RefusesAndNamesTheField(string text)
    {
        Assert.Throws<ArgumentException>("Subject", () => Mail with { Subject = text });
        Assert.Throws<ArgumentException>("Category", () => Mail with { Category = text });
        Assert.Throws<ArgumentException>("displayName", () => new Mailbox("a@example.cn", text));
        Assert.Throws<ArgumentException>("address", () => new Mailbox(text + "@example.cn"));
        Assert.Throws<ArgumentException>("address", () => new Mailbox("a@example.cn" + text));
        Assert.Throws<ArgumentException>("name", () => new MailHeader(text, "value"));
        Assert.Throws<ArgumentException>("value", () => new MailHeader("X-Zone", text));
    }

    [Theory]
    [InlineData("To")]
    [InlineData("bcc")]
    [InlineData("Content-Type")]
    [InlineData("X Zone")]
    [InlineData("X-Zone:")]
    [InlineData("")]
    public void Adding_AHeaderThatIsTheMailsOwnOrNone_Refuses(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => new MailHeader(name, "value"));

    [Fact]
    public void Composing_WithoutSubjectOrText_Refuses()
    {
        Assert.Throws<ArgumentException>("Subject", () => Mail with { Subject = " " });
        Assert.Throws<ArgumentException>("TextBody", () => Mail with { TextBody = "" });
    }

    [Theory]
    [InlineData("wang.li+zone@park.example.cn", "wang.li+zone@park.example.cn")]
    [InlineData("Wang@Park.Example.CN", "Wang@park.example.cn")]
    [InlineData("a@例子.中国", "a@xn--fsqu00a.xn--fiqs8s")]
    [InlineData("root@localhost", "root@localhost")]
    public void Addressing_AMailbox_KeepsItAsServersTakeIt(string given, string kept) =>
        Assert.Equal(kept, new Mailbox(given).Address);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.cn")]
    [InlineData("a@")]
    [InlineData("a@example.cn.")]
    [InlineData("a@ex ample.cn")]
    [InlineData("a b@example.cn")]
    [InlineData("a@b@example.cn")]
    [InlineData(".a@example.cn")]
    [InlineData("a..b@example.cn")]
    [InlineData("\"a\"@example.cn")]
    [InlineData("王@example.cn")]
    [InlineData("a@-example.cn")]
    [InlineData("a@exam_ple.cn")]
    [InlineData("a@example..cn")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@example.cn>, <b@example.cn")]
    public void Addressing_WhatIsNoAddress_Refuses(string address) =>
        Assert.Throws<ArgumentException>(nameof(address), () => new Mailbox(address));

    [Fact]
    public void Naming_AMail_DependsOnItsKeyAlone()
    {
        var id = MessageId.ForKey("signal/0", "zones.example.cn");

        Assert.Equal(id, MessageId.ForKey("signal/0", "zones.example.cn"));
        Assert.NotEqual(id, MessageId.ForKey("signal/1", "zones.example.cn"));
        Assert.Matches("^<[0-9a-f]{32}@zones\\.example\\.cn>$", id.Value);
    }
}
