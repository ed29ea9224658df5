using System.Buffers.Binary;
using System.Text;
using static ZoneFlow.Runtime.Tests.Documents.Packages;
using static ZoneFlow.Runtime.Tests.Documents.Verdicts;

namespace ZoneFlow.Runtime.Tests.Documents;

public sealed class PackageInspectionTests
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public void Inspecting_TenThousandParts_AcceptsAndOneMoreRefuses()
    {
        var parts = Enumerable.Range(0, 10_000 - DocxParts.Length).Select(at => Part($"word/{at}.xml", "")).ToArray();

        AssertAccepted(Docx(parts), "a.docx", DocxType);
        AssertRefused("entries", Docx([.. parts, Part("word/more.xml", "")]), "a.docx");
    }

    [Fact]
    public void Inspecting_MorePartsThanTheEndRecordClaims_CountsThem()
    {
        var docx = Docx(Part("word/1.xml", ""), Part("word/2.xml", ""));
        BinaryPrimitives.WriteUInt16LittleEndian(docx.AsSpan(docx.Length - 22 + 8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(docx.AsSpan(docx.Length - 22 + 10), 1);

        AssertRefused("entries", docx, "a.docx", new() { MaxEntries = 4 });
        AssertRefused("content", docx, "a.docx");
    }

    [Fact]
    public void Inspecting_AZipBomb_Refuses() =>
        AssertRefused("ratio", Docx(("word/bomb.xml", new byte[20 << 20])), "a.docx");

    [Fact]
    public void Inspecting_AZipBombThatClaimsToBeSmall_Refuses() =>
        AssertRefused("content", Lie(Docx(("word/bomb.xml", new byte[20 << 20])), "word/bomb.xml", 10), "a.docx");

    [Fact]
    public void Inspecting_APartLongerThanItClaims_Refuses() =>
        AssertRefused("content", Lie(Docx(Part("word/a.xml", "0123456789")), "word/a.xml", 5), "a.docx");

    [Fact]
    public void Inspecting_MoreUnpackedThanTheLimit_Refuses()
    {
        var noise = new byte[60_000];
        new Random(1).NextBytes(noise);
        var docx = Docx(("word/1.bin", noise), ("word/2.bin", noise));

        AssertAccepted(docx, "a.docx", DocxType);
        AssertRefused("unpacked", docx, "a.docx", new() { MaxUnpackedBytes = 100_000 });
        AssertRefused("content", Lie(docx, "word/2.bin", 1), "a.docx", new() { MaxUnpackedBytes = 100_000 });
    }

    [Fact]
    public void Inspecting_PartsThatShareTheirBytes_Refuses()
    {
        // Two rows of the directory that point to one part: the way to a bomb without any great ratio.
        var docx = Docx(Part("word/a.xml", "same"), Part("word/b.xml", "same"));
        var a = Find(docx, 0x04034b50, 30, "word/a.xml");
        BinaryPrimitives.WriteInt32LittleEndian(docx.AsSpan(Find(docx, 0x02014b50, 46, "word/b.xml") + 42), a);

        AssertRefused("trailing-data", docx, "a.docx");
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("word/../../evil.xml")]
    [InlineData("word\\..\\..\\evil.xml")]
    [InlineData("/etc/evil.xml")]
    [InlineData("C:/evil.xml")]
    public void Inspecting_APathThatLeadsOutside_Refuses(string path) =>
        AssertRefused("unsafe-path", Docx(Part(path, "")), "a.docx");

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("xl/VBAPROJECT.BIN")]
    public void Inspecting_AMacroPart_Refuses(string part) => AssertRefused("macros", Docx(Part(part, "x")), "a.docx");

    [Fact]
    public void Inspecting_AMacroDocumentUnderAPlainName_Refuses() => AssertRefused(
        "macros",
        Zip([Types("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), .. DocxParts[1..]]),
        "a.docx");

    [Fact]
    public void Inspecting_AnArchiveInside_Refuses()
    {
        AssertRefused("nested-archive", Docx(("word/media/image1.png", Zip(OfdParts))), "a.docx");
        AssertRefused("nested-archive", Docx(("word/media/image1.bin", [0x1f, 0x8b, 8, 0])), "a.docx");
        AssertRefused("nested-archive", Zip([.. OfdParts, ("Doc_0/Attachs/a.docx", Docx())]), "a.ofd");
    }

    [Fact]
    public void Inspecting_AChartsOwnWorkbookInside_Accepts() =>
        AssertAccepted(Docx(("word/embeddings/sheet1.xlsx", Zip(XlsxParts))), "a.docx", DocxType);

    [Fact]
    public void Inspecting_AnEncryptedPart_Refuses()
    {
        var docx = Docx();
        docx[6] |= 1;
        docx[Find(docx, 0x02014b50, 46, "[Content_Types].xml") + 8] |= 1;

        AssertRefused("encrypted", docx, "a.docx");
    }

    [Fact]
    public void Inspecting_TwoPartsOfOneName_Refuses() =>
        AssertRefused("content", Docx(Part("word/DOCUMENT.xml", "<other/>")), "a.docx");

    [Fact]
    public void Inspecting_WithoutARequiredPart_Refuses()
    {
        AssertRefused("content", Zip(DocxParts[1..]), "a.docx");
        AssertRefused("content", Zip(DocxParts[..^1]), "a.docx");
        AssertRefused("content", Zip(XlsxParts[..^1]), "a.xlsx");
        AssertRefused("content", Zip(OfdParts[1..]), "a.ofd");
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<html/>")]
    [InlineData("<!DOCTYPE OFD [<!ENTITY a \"aaaa\">]><OFD>&a;</OFD>")]
    public void Inspecting_AMainPartThatIsSomethingElse_Refuses(string xml) =>
        AssertRefused("content", Zip(Part("OFD.xml", xml)), "a.ofd");

    [Fact]
    public void Inspecting_DataBetweenPartsAndDirectory_Refuses()
    {
        var docx = Docx();
        var directory = BinaryPrimitives.ReadInt32LittleEndian(docx.AsSpan(docx.Length - 6));
        var hidden = Encoding.ASCII.GetBytes(new string('x', 1000));
        byte[] spoilt = [.. docx[..directory], .. hidden, .. docx[directory..]];
        BinaryPrimitives.WriteInt32LittleEndian(spoilt.AsSpan(spoilt.Length - 6), directory + hidden.Length);

        AssertRefused("trailing-data", spoilt, "a.docx");
    }
}
