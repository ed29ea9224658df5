using ZoneFlow.Runtime.Documents;
using static ZoneFlow.Runtime.Tests.Documents.Verdicts;

namespace ZoneFlow.Runtime.Tests.Documents;

public sealed class ImageInspectionTests
{
    private static readonly UploadLimits Small = new() { MaxPixels = 100 };

    [Fact]
    public void Inspecting_APngOfTooManyPixels_Refuses()
    {
        AssertAccepted(Samples.Png(10, 10), "a.png", "image/png", Small);
        AssertRefused("pixels", Samples.Png(10, 11), "a.png", Small);
        AssertRefused("pixels", Samples.Png(100_000, 100_000), "a.png");
    }

    [Fact]
    public void Inspecting_AJpegOfTooManyPixels_Refuses()
    {
        AssertRefused("pixels", Samples.Jpeg(11, 10), "a.jpg", Small);
        AssertRefused("pixels", Samples.Jpeg(65_000, 65_000), "a.jpg");
    }

    [Theory]
    [InlineData(0u, 1u)]
    [InlineData(1u, 0u)]
    [InlineData(0x80000000u, 1u)]
    public void Inspecting_APngWithoutASaneSize_Refuses(uint width, uint height) =>
        AssertRefused("content", Samples.Png(width, height), "a.png");

    [Fact]
    public void Inspecting_AJpegWithoutHeight_Refuses() => AssertRefused("content", Samples.Jpeg(height: 0), "a.jpg");

    [Fact]
    public void Inspecting_APngWithAWrongChecksum_Refuses()
    {
        var png = Samples.Png();
        png[^1] ^= 1;

        AssertRefused("content", png, "a.png");
    }

    [Fact]
    public void Inspecting_APngWithoutImageData_Refuses()
    {
        var png = Samples.Png();

        AssertRefused("content", [.. png[..33], .. Samples.Chunk("IEND", [])], "a.png");
    }

    [Fact]
    public void Inspecting_AJpegWithAThumbnailInside_LooksPastItsEnd() => AssertAccepted(
        [0xff, 0xd8, .. Samples.Segment(0xe1, Samples.Jpeg()), .. Samples.Jpeg()[2..]], "a.jpg", "image/jpeg");

    [Fact]
    public void Inspecting_APhonesJpegWithASecondPictureBehind_Accepts() =>
        AssertAccepted([.. Samples.Jpeg(), 0, 0, .. Samples.Jpeg()], "a.jpg", "image/jpeg");

    [Fact]
    public void Inspecting_AJpegWithAZipBehind_Refuses() =>
        AssertRefused("trailing-data", [.. Samples.Jpeg(), .. Packages.Docx()], "a.jpg");
}
