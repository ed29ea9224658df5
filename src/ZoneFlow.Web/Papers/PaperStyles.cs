using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Web.Papers;

/// <summary>The style sheet of printed papers. Its address changes with its content, so it may be kept for ever.</summary>
public static class PaperStyles
{
    public const string Path = "/paper.css";

    public static string Text { get; } = Read();

    public static string Href { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12]}";

    private static string Read()
    {
        using var stream = typeof(PaperStyles).Assembly.GetManifestResourceStream("paper.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
