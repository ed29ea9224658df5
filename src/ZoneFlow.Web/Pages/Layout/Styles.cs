using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Web.Pages.Layout;

/// <summary>The one style sheet. Its address changes with its content, so it may be kept for ever.</summary>
public static class Styles
{
    public const string Path = "/styles.css";

    public static string Text { get; } = Read();

    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12];

    public static string Href { get; } = $"{Path}?v={Hash}";

    private static string Read()
    {
        using var stream = typeof(Styles).Assembly.GetManifestResourceStream("styles.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
