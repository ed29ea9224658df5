using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Tests.Documents;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("建设方案(修订稿)第2版.pdf", "建设方案(修订稿)第2版.pdf")]
    [InlineData("C:\\fakepath\\方案.pdf", "方案.pdf")]
    [InlineData("../../etc/方案.pdf", "方案.pdf")]
    [InlineData("  方案 .pdf. ", "方案 .pdf")]
    [InlineData("方案:\"一\"?.pdf", "方案__一__.pdf")]
    [InlineData("生僻字𠮷.pdf", "生僻字𠮷.pdf")]
    public void Cleaning_AName_KeepsWhatAPersonReads(string given, string clean) =>
        Assert.Equal(clean, Assert.IsType<UploadVerdict.Accepted>(Inspect(given)).CleanName);

    [Theory]
    [InlineData("", "name-empty")]
    [InlineData(".pdf", "name-empty")]
    [InlineData("folder/", "name-empty")]
    [InlineData("方案\r\nX-Evil: 1.pdf", "name-characters")]
    [InlineData("方案\0.pdf", "name-characters")]
    [InlineData("方案\u202Efdp.exe.pdf", "name-characters")]
    [InlineData("方案\u200B.pdf", "name-characters")]
    [InlineData("方案\u2028.pdf", "name-characters")]
    [InlineData("CON.pdf", "name-reserved")]
    [InlineData("nul.方案.pdf", "name-reserved")]
    [InlineData("LPT1 .pdf", "name-reserved")]
    public void Cleaning_ANameThatMisleads_Refuses(string given, string code) =>
        Assert.Equal(code, Assert.IsType<UploadVerdict.Refused>(Inspect(given)).Code);

    [Fact]
    public void Cleaning_HalfACharacter_Refuses() =>
        Assert.Equal("name-characters", Assert.IsType<UploadVerdict.Refused>(Inspect("方案\uD842.pdf")).Code);

    [Fact]
    public void Cleaning_ALongName_RefusesBeyond150()
    {
        Assert.IsType<UploadVerdict.Accepted>(Inspect(new string('长', 146) + ".pdf"));
        Assert.Equal("name-length", Assert.IsType<UploadVerdict.Refused>(Inspect(new string('长', 147) + ".pdf")).Code);
    }

    [Theory]
    [InlineData("a b.pdf", "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf")]
    [InlineData("方案.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E6%96%B9%E6%A1%88.pdf")]
    [InlineData("𠮷\".pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%F0%A0%AE%B7%22.pdf")]
    [InlineData("50%;\r\n.pdf", "attachment; filename=\"50_;__.pdf\"; filename*=UTF-8''50%25%3B%0D%0A.pdf")]
    public void Serving_AName_WritesItTwice(string name, string header) =>
        Assert.Equal(header, ContentDisposition.Attachment(name));

    private static UploadVerdict Inspect(string name) =>
        UploadInspection.Inspect(new MemoryStream(Samples.Pdf()), name, UploadLimits.Default);
}
