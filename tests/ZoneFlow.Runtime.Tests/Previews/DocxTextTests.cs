using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Tests.Documents;

namespace ZoneFlow.Runtime.Tests.Previews;

/// <summary>The words of a text document that nobody trusts, and nothing else of it.</summary>
public sealed class DocxTextTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Words_OfADocument_AreItsParagraphs()
    {
        var (lines, cut, why) = Read(Body(
            """
            <w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p>
            <w:p/>
            <w:p><w:r><w:t xml:space="preserve">建设 </w:t></w:r><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:tab/><w:t>期限</w:t><w:br/><w:t>两年</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:p>
            """));

        Assert.Null(why);
        Assert.False(cut);
        Assert.Equal(["一、总体要求", "建设 \t期限", "两年", "<script>alert(1)</script>", "框"], lines);
    }

    [Fact]
    public void Words_BeyondTheLimits_AreCutThere()
    {
        var many = Body(string.Concat(Enumerable.Range(0, 50).Select(i => $"<w:p><w:r><w:t>第{i}段</w:t></w:r></w:p>")));
        var long_ = Body($"<w:p><w:r><w:t>{new string('字', 90_000)}</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>");

        var (lines, cut, _) = Read(many, PreviewLimits.Default with { MaxParagraphs = 20 });
        Assert.Equal((20, true), (lines.Count, cut));
        (lines, cut, _) = Read(long_, PreviewLimits.Default with { MaxCharacters = 1_000 });
        Assert.True(cut);
        Assert.Equal(1_000, lines.Sum(l => l.Length));
    }

    [Fact]
    public void Document_ThatCannotBeRead_SaysWhy()
    {
        Assert.Equal("empty", Read(Packages.Docx()).Why!.Code);
        Assert.Equal("damaged", Read("no zip at all"u8.ToArray()).Why!.Code);
        Assert.Equal("damaged", Read(Packages.Zip(Packages.XlsxParts)).Why!.Code);
        Assert.Equal("damaged", Read(Body("<w:p><w:t>不完")).Why!.Code);
        Assert.Equal("damaged", Read(Packages.Zip(Packages.Part("word/document.xml", """<!DOCTYPE d [<!ENTITY a "aa">]><d>&a;</d>"""))).Why!.Code);
        Assert.Equal("too-slow", Previewing.Text(new MemoryStream(Body("<w:p/>")), UploadLimits.Default, PreviewLimits.Default, new CancellationToken(true)).Why!.Code);
    }

    [Fact]
    public void Document_OfMoreXmlThanIsRead_SaysWhyAndHoldsNone()
    {
        var bomb = Body($"<!--{new string(' ', 17 << 20)}--><w:p><w:r><w:t>后</w:t></w:r></w:p>");

        Assert.Equal("damaged", Read(bomb).Why!.Code);
    }

    [Fact]
    public void Document_CutShortOrChangedAnywhere_GivesWordsOrAReason()
    {
        var random = new Random(20250609);
        var whole = Body("<w:p><w:r><w:t>建设方案</w:t></w:r></w:p>");
        for (var length = 0; length < whole.Length; length++)
        {
            Read(whole[..length]);
        }

        for (var i = 0; i < 2_000; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Read(changed);
        }
    }

    private static (IReadOnlyList<string> Lines, bool Cut, NoPreview? Why) Read(byte[] docx, PreviewLimits? limits = null) =>
        Previewing.Text(new MemoryStream(docx), UploadLimits.Default, limits ?? PreviewLimits.Default, CancellationToken.None);

    private static byte[] Body(string body) => Packages.Zip(
        Packages.Types("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        Packages.Part("word/document.xml", $"""<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>"""));
}
