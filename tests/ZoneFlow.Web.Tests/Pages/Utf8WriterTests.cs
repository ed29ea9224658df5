using System.Text;
using ZoneFlow.Web.Rendering;

namespace ZoneFlow.Web.Tests.Pages;

public sealed class Utf8WriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<p>plain</p>")]
    [InlineData("知识产权局《办法》，第十七条。")]
    [InlineData("𠮷野家 and 😀 between")]
    public void Writing_CharByCharOrWhole_GivesTheSameBytes(string text)
    {
        Assert.Equal(Encoding.UTF8.GetBytes(text), Written(w => w.Write(text)));
        Assert.Equal(Encoding.UTF8.GetBytes(text), Written(w => Array.ForEach(text.ToCharArray(), w.Write)));
        Assert.Equal(Encoding.UTF8.GetBytes(text), Written(w => w.Write(text.ToCharArray(), 0, text.Length)));
    }

    [Fact]
    public void Writing_MoreThanWasRented_KeepsWhatCameBefore()
    {
        var written = Written(w =>
        {
            for (var n = 0; n < 10_000; n++)
            {
                w.Write("第一百零一号集聚区\n");
            }
        });

        Assert.Equal(string.Concat(Enumerable.Repeat("第一百零一号集聚区\n", 10_000)), Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Writing_HalfAPair_ReplacesItWhereNothingFollows()
    {
        var written = Written(w =>
        {
            w.Write("a\uD842");
            w.Write('b');
            w.Write('\uD842');
        });

        Assert.Equal("a\uFFFDb\uFFFD", Encoding.UTF8.GetString(written));
    }

    private static byte[] Written(Action<Utf8Writer> write)
    {
        using var bytes = new PooledBytes();
        using var writer = new Utf8Writer(bytes);
        write(writer);
        writer.Flush();
        return bytes.Written.ToArray();
    }
}
