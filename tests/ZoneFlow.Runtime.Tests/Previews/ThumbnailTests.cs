using System.Text;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Tests.Documents;

namespace ZoneFlow.Runtime.Tests.Previews;

/// <summary>Small pictures, made anew from the pixels of pictures that nobody trusts.</summary>
public sealed class ThumbnailTests
{
    private static readonly (int, int, int)[] Fields = [(255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)];

    public static TheoryData<string> Jpegs => ["baseline", "progressive"];

    [Theory]
    [MemberData(nameof(Jpegs))]
    public void Jpeg_OfFourColouredFields_KeepsThemInTheirPlaces(string kind)
    {
        var small = Shrunk(kind == "baseline" ? Pictures.Baseline : Pictures.Progressive, "image/jpeg");

        Assert.Equal((16, 12), (small.Width, small.Height));
        foreach (var (field, (x, y)) in Fields.Zip([(3, 2), (12, 2), (3, 9), (12, 9)]))
        {
            AssertNear(field, small, x, y);
        }
    }

    [Fact]
    public void Jpeg_InGrey_IsGrey()
    {
        var small = Shrunk(Pictures.Grey, "image/jpeg");

        var (red, green, blue) = At(small, 3, 9);
        Assert.True(red == green && green == blue && red is > 10 and < 50, $"{red} {green} {blue}");
    }

    [Fact]
    public void Jpeg_OfOneBlock_WithARestartInIt_IsThatBlock() => AssertNear((128, 128, 128), Shrunk(Samples.Jpeg(), "image/jpeg"), 0, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Png_UnderEachFilter_IsTheSamePicture(byte filter)
    {
        byte[] first = [10, 20, 30, 200, 100, 50], second = [12, 26, 33, 190, 90, 70];
        byte[] rows = [0, .. first, filter, .. Filtered(filter, first, second)];

        var small = Shrunk(Pictures.Png(2, 2, 8, 2, rows, pieces: 3), "image/png");

        Assert.Equal([.. first, .. second], small.Rgb);
    }

    [Theory]
    [InlineData(1, new byte[] { 0, 0b1010_0000 }, 4, new byte[] { 255, 0, 255, 0 })]
    [InlineData(2, new byte[] { 0, 0b11_10_01_00 }, 4, new byte[] { 255, 170, 85, 0 })]
    [InlineData(4, new byte[] { 0, 0xf0, 0x80 }, 4, new byte[] { 255, 0, 136, 0 })]
    [InlineData(8, new byte[] { 0, 255, 7, 0 }, 3, new byte[] { 255, 7, 0 })]
    [InlineData(16, new byte[] { 0, 255, 9, 7, 200 }, 2, new byte[] { 255, 7 })]
    public void Png_OfEachDepth_HasItsGreys(byte depth, byte[] rows, int width, byte[] greys) =>
        Assert.Equal(greys.SelectMany(g => new[] { g, g, g }), Shrunk(Pictures.Png(width, 1, depth, 0, rows), "image/png").Rgb);

    [Fact]
    public void Png_WithTransparency_LiesOnWhitePaper()
    {
        Assert.Equal([255, 255, 255, 127, 127, 127], Shrunk(Pictures.Png(2, 1, 8, 6, [0, 9, 9, 9, 0, 1, 0, 0, 128]), "image/png").Rgb);
        Assert.Equal([255, 255, 255, 4, 5, 6], Shrunk(Pictures.Png(2, 1, 8, 3, [0, 0, 1], [1, 2, 3, 4, 5, 6], [0]), "image/png").Rgb);
        Assert.Equal([127, 127, 127], Shrunk(Pictures.Png(1, 1, 8, 4, [0, 0, 128]), "image/png").Rgb);
    }

    [Fact]
    public void Picture_LargerThanAThumbnail_IsShrunkToTheMeansOfItsBoxes()
    {
        byte[] row = [0, .. Enumerable.Range(0, 1_200).SelectMany(x => x % 2 == 0 ? new byte[] { 0, 0, 0 } : [200, 100, 50])];
        var small = Shrunk(Pictures.Png(1_200, 400, 8, 2, [.. Enumerable.Repeat(row, 400).SelectMany(r => r)]), "image/png");

        Assert.Equal((120, 40), (small.Width, small.Height));
        Assert.Equal((100, 50, 25), At(small, 60, 20));
    }

    [Fact]
    public void Thumbnail_HasNothingOfTheFileItCameFrom()
    {
        var made = Made(Pictures.Png(1, 1, 8, 2, [0, 1, 2, 3]), "image/png").Png!;

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(made), StringComparison.Ordinal);
        Assert.Equal("image/png", Assert.IsType<Runtime.Documents.UploadVerdict.Accepted>(
            Runtime.Documents.UploadInspection.Inspect(new MemoryStream(made), "a.png", Runtime.Documents.UploadLimits.Default)).MediaType);
    }

    [Fact]
    public void Picture_ThatIsNotDecoded_SaysWhy()
    {
        Assert.Equal("colours", Why(Pictures.PrintingColours, "image/jpeg"));
        Assert.Equal("interlaced", Why(Pictures.Png(1, 1, 8, 2, [0, 1, 2, 3], interlaced: 1), "image/png"));
        Assert.Equal("too-large", Why(Pictures.Png(40_000, 2, 8, 2, [0]), "image/png"));
        Assert.Equal("too-large", Why(Pictures.Png(20_000, 20_000, 8, 2, [0]), "image/png"));
        Assert.Equal("too-large", Why(Samples.Jpeg(40_000, 40_000), "image/jpeg"));
        Assert.Equal("damaged", Why(Pictures.Png(5_000, 5_000, 8, 2, [0]), "image/png"));
        Assert.Equal("damaged", Why(Samples.Jpeg(20_000, 4_000), "image/jpeg"));
        Assert.Equal("damaged", Why(Pictures.Png(1, 1, 8, 3, [0, 7], [1, 2, 3]), "image/png"));
        Assert.Equal("kind", Why(TestKit.Papers.Pdf(), "application/pdf"));
        Assert.Equal("too-slow", Previewing.Thumbnail(new MemoryStream(Pictures.Baseline), "image/jpeg", PreviewLimits.Default, new CancellationToken(true)).Why!.Code);
    }

    // Whatever comes, it is a picture or a reason: no other exception leaves.
    [Fact]
    public void Picture_CutShortOrChangedAnywhere_GivesAPictureOrAReason()
    {
        var random = new Random(20250609);
        var indexed = Pictures.Png(9, 3, 4, 3, [0, 1, 2, 3, 4, 5, 2, 1, 2, 3, 4, 5, 4, 1, 2, 3, 4, 5], [.. Enumerable.Repeat((byte)7, 48)]);
        foreach (var (picture, type) in new[] { (Pictures.Baseline, "image/jpeg"), (Pictures.Progressive, "image/jpeg"), (Pictures.Grey, "image/jpeg"), (indexed, "image/png") })
        {
            for (var length = 0; length < picture.Length; length++)
            {
                Made(picture[..length], type);
            }

            for (var i = 0; i < 3_000; i++)
            {
                var changed = (byte[])picture.Clone();
                for (var bytes = random.Next(1, 4); bytes > 0; bytes--)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                Made(changed, type);
            }
        }
    }

    private static byte[] Filtered(byte filter, byte[] above, byte[] row) =>
    [
        .. row.Select((value, i) =>
        {
            int left = i >= 3 ? row[i - 3] : 0, up = above[i], corner = i >= 3 ? above[i - 3] : 0;
            var guess = left + up - corner;
            var paeth = new[] { left, up, corner }.MinBy(c => Math.Abs(guess - c));
            return (byte)(value - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth, _ => 0 });
        }),
    ];

    private static (byte[]? Png, NoPreview? Why) Made(byte[] content, string type)
    {
        var made = Previewing.Thumbnail(new MemoryStream(content), type, PreviewLimits.Default with { Longest = TimeSpan.FromMinutes(1) }, CancellationToken.None);
        Assert.True(made.Png is null != made.Why is null);
        return made;
    }

    private static string? Why(byte[] content, string type) => Made(content, type).Why?.Code;

    private static Raster Shrunk(byte[] content, string type) =>
        PngPicture.Shrunk(new MemoryStream(Made(content, type).Png ?? throw new Xunit.Sdk.XunitException(Why(content, type)!)), PreviewLimits.Default, CancellationToken.None);

    private static (int, int, int) At(Raster picture, int x, int y)
    {
        var at = 3 * ((y * picture.Width) + x);
        return (picture.Rgb[at], picture.Rgb[at + 1], picture.Rgb[at + 2]);
    }

    private static void AssertNear((int, int, int) colour, Raster picture, int x, int y)
    {
        var (found, (red, green, blue)) = (At(picture, x, y), colour);
        Assert.True(
            Math.Abs(found.Item1 - red) < 9 && Math.Abs(found.Item2 - green) < 9 && Math.Abs(found.Item3 - blue) < 9, $"{found} at {x}, {y}, not {colour}");
    }
}
