using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Tests.Documents;

/// <summary>One-line assertions on what inspection says.</summary>
internal static class Verdicts
{
    public static void AssertAccepted(byte[] content, string name, string mediaType, UploadLimits? limits = null)
    {
        var verdict = UploadInspection.Inspect(new MemoryStream(content), name, limits ?? UploadLimits.Default);
        Assert.Equal(new UploadVerdict.Accepted(mediaType, name), verdict);
    }

    public static void AssertRefused(string code, byte[] content, string name, UploadLimits? limits = null)
    {
        var verdict = UploadInspection.Inspect(new MemoryStream(content), name, limits ?? UploadLimits.Default);
        var refused = Assert.IsType<UploadVerdict.Refused>(verdict);
        Assert.Equal(code, refused.Code);
        Assert.Contains(refused.Zh, character => character >= '\u4e00');
        Assert.All(refused.En, character => Assert.True(char.IsAscii(character)));
    }
}
