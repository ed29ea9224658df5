using ZoneFlow.Core.Cases;

namespace ZoneFlow.Core.Tests.Cases;

public sealed class ContentHashTests
{
    // SHA-256 of nothing.
    private const string Text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void Parsing_SixtyFourLowercaseDigits_ReadsThem()
    {
        var hash = ContentHash.Parse(Text);

        Assert.Equal(Text, hash.Value);
        Assert.Equal(Text, hash.ToString());
        Assert.Equal(hash, ContentHash.FromDigest(Convert.FromHexString(Text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e3b0c442")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("../0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/")]
    public void Parsing_AnythingElse_Refuses(string? text)
    {
        Assert.False(ContentHash.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContentHash.Parse(text!));
    }

    [Fact]
    public void Reading_AHashThatWasNeverSet_Throws() =>
        Assert.Throws<InvalidOperationException>(() => default(ContentHash).Value);
}
