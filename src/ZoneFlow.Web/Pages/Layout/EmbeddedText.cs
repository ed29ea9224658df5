using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Web.Pages.Layout;

/// <summary>A text file that is served to browsers. Its address changes with its content, so it may be kept for ever.</summary>
/// <param name="Path">The address without the content's mark.</param>
public sealed record EmbeddedText(string Path, string Text)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12];

    public string Href => $"{Path}?v={Hash}";

    /// <param name="name">The file's name among the assembly's resources, and its address.</param>
    public static EmbeddedText Of(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new EmbeddedText("/" + name, reader.ReadToEnd());
    }
}
