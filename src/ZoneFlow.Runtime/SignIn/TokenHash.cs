using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// What is stored of a token, and the key it is found by: the SHA-256 of its characters as 64 lowercase hexadecimal
/// digits. Whoever reads the store cannot open a link with it. A token is random, so neither salt nor slow hash adds anything.
/// </summary>
public readonly record struct TokenHash
{
    private const int Digits = 64;

    private readonly string? hex;

    private TokenHash(string hex) => this.hex = hex;

    public string Value => hex ?? throw new InvalidOperationException("This token hash was never set.");

    public static TokenHash Of(string token) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));

    public static bool TryParse([NotNullWhen(true)] string? text, out TokenHash hash)
    {
        var valid = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
        hash = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => hex ?? "";
}
