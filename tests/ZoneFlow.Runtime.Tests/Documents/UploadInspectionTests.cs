using System.Text;
using ZoneFlow.Runtime.Documents;
using static ZoneFlow.Runtime.Tests.Documents.Verdicts;

namespace ZoneFlow.Runtime.Tests.Documents;

public sealed class UploadInspectionTests
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static TheoryData<string, byte[], string> Kinds => new()
    {
        { "建设方案.pdf", Samples.Pdf(), "application/pdf" },
        { "申报书.ofd", Packages.Zip(Packages.OfdParts), "application/ofd" },
        { "现场照片.jpg", Samples.Jpeg(), "image/jpeg" },
        { "现场照片.JPEG", Samples.Jpeg(), "image/jpeg" },
        { "平面图.png", Samples.Png(), "image/png" },
        { "年度报告.docx", Packages.Zip(Packages.DocxParts), Office + "wordprocessingml.document" },
        { "统计表.xlsx", Packages.Zip(Packages.XlsxParts), Office + "spreadsheetml.sheet" },
    };

    private static readonly string[] Names = ["pdf", "ofd", "jpg", "png", "docx", "xlsx"];

    public static TheoryData<string> Extensions => [.. Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inspecting_EveryKindTaken_Accepts(string name, byte[] content, string mediaType) =>
        AssertAccepted(content, name, mediaType);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inspecting_OneKindUnderAnothersExtension_Refuses(string name, byte[] content, string mediaType)
    {
        foreach (var extension in Names.Where(other => !mediaType.Contains(Subtype(other), StringComparison.Ordinal)))
        {
            AssertRefused("content", content, Path.ChangeExtension(name, extension));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inspecting_AFileCutOffAnywhere_Refuses(string name, byte[] content, string mediaType)
    {
        Assert.NotEmpty(mediaType);
        foreach (var length in Enumerable.Range(1, content.Length - 2))
        {
            Assert.IsType<UploadVerdict.Refused>(
                UploadInspection.Inspect(new MemoryStream(content, 0, length), name, UploadLimits.Default));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inspecting_AFileWithAnyByteChanged_NeverFails(string name, byte[] content, string mediaType)
    {
        Assert.NotEmpty(mediaType);
        var changed = (byte[])content.Clone();
        for (var at = 0; at < content.Length; at++)
        {
            foreach (var value in (byte[])[0, 0x7f, 0xff])
            {
                changed[at] = value;
                UploadInspection.Inspect(new MemoryStream(changed), name, UploadLimits.Default);
            }

            changed[at] = content[at];
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inspecting_AFileWithDataBeforeOrBehind_Refuses(string name, byte[] content, string mediaType)
    {
        Assert.NotEmpty(mediaType);
        byte[] script = [.. "<script>alert(1)</script>"u8];
        Assert.IsType<UploadVerdict.Refused>(
            UploadInspection.Inspect(new MemoryStream([.. script, .. content]), name, UploadLimits.Default));
        Assert.IsType<UploadVerdict.Refused>(
            UploadInspection.Inspect(new MemoryStream([.. content, .. script]), name, UploadLimits.Default));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Inspecting_AnEmptyFile_Refuses(string extension) => AssertRefused("empty", [], "文件." + extension);

    [Theory]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("archive.zip")]
    [InlineData("report.docm")]
    [InlineData("report.doc")]
    [InlineData("noextension")]
    public void Inspecting_AnotherExtension_Refuses(string name) => AssertRefused("extension", Samples.Pdf(), name);

    [Fact]
    public void Inspecting_AFileBeyondTheLimit_Refuses()
    {
        var content = Samples.Pdf();

        AssertAccepted(content, "a.pdf", "application/pdf", new() { MaxBytes = content.Length });
        AssertRefused("too-large", content, "a.pdf", new() { MaxBytes = content.Length - 1 });
    }

    [Fact]
    public void Inspecting_WithAnyEnd_LeavesTheStreamOpen()
    {
        foreach (var row in Kinds)
        {
            var content = new MemoryStream((byte[])row[1]);
            UploadInspection.Inspect(content, (string)row[0], UploadLimits.Default);
            Assert.True(content.CanRead);
        }
    }

    [Fact]
    public void Inspecting_APdfThatIsAlsoAZip_Refuses()
    {
        // The archive's comment holds the PDF's end, so both programs find theirs.
        var zip = Packages.Zip(Packages.OfdParts);
        var trailer = Encoding.ASCII.GetBytes("\nstartxref\n0\n%%EOF\n");
        zip[^2] = (byte)trailer.Length;

        AssertRefused("trailing-data", [.. "%PDF-1.4\n"u8, .. zip, .. trailer], "a.pdf");
    }

    private static string Subtype(string extension) => extension switch
    {
        "jpg" => "jpeg",
        "docx" => "wordprocessingml",
        "xlsx" => "spreadsheetml",
        _ => extension,
    };
}
