using System.Diagnostics;
using System.Text;
using ZoneFlow.Server.Mail;
using ZoneFlow.TestKit.Mail;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.Mail;

public sealed class MimeWriterTests
{
    public static TheoryData<string> Subjects => new()
    {
        "plain",
        "a subject of many plain words that goes on until no single line of a mail's head can hold all of it at once",
        "two  spaces and one behind ",
        "reads like =?UTF-8?B?eA==?= but is not",
        "年度报告",
        string.Concat(Enumerable.Repeat("长标题𠮷", 60)),
        "mixed 中文 and English, " + new string('x', 1200),
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Writing_AnySubject_FoldsAndReadsBack(string subject)
    {
        var text = MimeWriter.Write(SampleMail.WithKey("signal/0") with { Subject = subject });

        Assert.Equal(subject, ReceivedMail.Parse(text)["Subject"]);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Writing_TheSameMailTwice_GivesTheSameText() => Assert.Equal(
        MimeWriter.Write(SampleMail.WithKey("signal/0")), MimeWriter.Write(SampleMail.WithKey("signal/0")));

    [FactIfPresent]
    [NeedsPythonMail]
    public async Task Writing_AnyMail_ReadsTheSameToPython()
    {
        const string script = """
            import sys, email, email.policy
            mail = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
            print(mail["Subject"], mail["From"].addresses[0].display_name, mail["To"].addresses[0].display_name,
                  mail["To"].addresses[0].addr_spec, mail["Date"].datetime.isoformat(), mail["Message-ID"],
                  mail.get_body(("plain",)).get_content().strip(), mail.get_body(("html",)).get_content().strip(),
                  len(mail.defects), sep="|")
            """;
        var mail = SampleMail.WithKey("signal/0");
        using var python = Process.Start(new ProcessStartInfo(NeedsPythonMailAttribute.Python, ["-X", "utf8", "-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await python.StandardInput.WriteAsync(MimeWriter.Write(mail));
        python.StandardInput.Close();

        var read = (await python.StandardOutput.ReadToEndAsync()).ReplaceLineEndings("\n").TrimEnd();

        Assert.Equal(
            string.Join('|', mail.Subject, mail.From.DisplayName, mail.To.DisplayName, mail.To.Address,
                "2026-02-01T09:00:00+08:00", mail.Id.Value, mail.TextBody, mail.HtmlBody, 0),
            read);
    }
}
