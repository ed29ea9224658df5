using System.Diagnostics.CodeAnalysis;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// The name of a document's bytes: their SHA-256 as 64 lowercase hexadecimal digits. A case refers to a document
/// by it, a receipt prints it, and whoever holds the file can compute it again.
/// </summary>
public readonly record struct ContentHash
{
    private const int Digits = 64;

    private readonly string? hex;

    private ContentHash(string hex) => this.hex = hex;

    /// <summary>The 64 digits. A hash that was never set has none and throws.</summary>
    public string Value => hex ?? throw new InvalidOperationException("This content hash was never set.");

    /// <summary>From the 32 bytes that SHA-256 yields; any other length is refused.</summary>
    public static ContentHash FromDigest(ReadOnlySpan<byte> digest) => digest.Length == Digits / 2
        ? new(Convert.ToHexStringLower(digest))
        : throw new ArgumentException($"A SHA-256 digest has 32 bytes, not {digest.Length}.", nameof(digest));

    /// <exception cref="FormatException">The text is not 64 lowercase hexadecimal digits.</exception>
    public static ContentHash Parse(string text) => TryParse(text, out var hash)
        ? hash
        : throw new FormatException("A content hash is 64 lowercase hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ContentHash hash)
    {
        var valid = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
        hash = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => hex ?? "";
}
