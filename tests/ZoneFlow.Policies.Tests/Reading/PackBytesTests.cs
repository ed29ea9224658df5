using System.Text;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

public sealed class PackBytesTests
{
    [Fact]
    public void Hash_OtherLineEndsOrByteOrderMark_IsTheSame()
    {
        var whole = BrokenPack.Whole;
        var windows = whole.ToDictionary(
            f => f.Key, f => (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Value).ReplaceLineEndings("\r\n"))]);
        Assert.Equal(PackBytes.Hash(whole), PackBytes.Hash(windows));
        Assert.Equal(PackBytes.Hash(whole), PackFolder.ReadFiles(windows).Pack!.Revision.Hash);
    }

    [Fact]
    public void Hash_OneLetterChanged_Differs() =>
        Assert.NotEqual(
            PackBytes.Hash(BrokenPack.Whole), BrokenPack.With("documents.yaml", "en: Application form", "en: Application forms").Reading.Pack!.Revision.Hash);

    [Fact]
    public void Opening_StoredBytes_GivesTheSamePack()
    {
        var stored = PackBytes.Of(BrokenPack.Whole);
        var again = PackBytes.Open(stored);
        Assert.Equal(ShippedPacks.Load("liaoning-2025").Pack!.Revision, PackFolder.ReadFiles(again).Pack!.Revision);
        Assert.Equal(stored, PackBytes.Of(again));
    }

    [Theory]
    [InlineData("no bytes of a pack")]
    [InlineData("policy.yaml 999\npack: x")]
    [InlineData("policy.yaml -1\n")]
    public void Opening_OtherBytes_Throws(string bytes) =>
        Assert.Throws<FormatException>(() => PackBytes.Open(Encoding.UTF8.GetBytes(bytes)));
}
