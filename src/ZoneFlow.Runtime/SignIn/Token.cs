using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// What an emailed link, a session cookie or a form's nonce carries: 32 random bytes in base64url. It is shown once,
/// to its holder; only its <see cref="TokenHash"/> is stored. It prints as nothing, so that no log can hold one.
/// </summary>
public readonly record struct Token
{
    private const int Bytes = 32;
    private const int Characters = 43;

    private readonly string? text;

    private Token(string text) => this.text = text;

    /// <summary>The 43 characters, for the link or the cookie.</summary>
    public string Value => text ?? throw new InvalidOperationException("This token was never set.");

    public TokenHash Hash => TokenHash.Of(Value);

    public static Token New(RandomBytes random) => random(Bytes) is { Length: Bytes } bytes
        ? new(Base64Url.EncodeToString(bytes))
        : throw new ArgumentException($"A token takes {Bytes} random bytes.", nameof(random));

    /// <summary>Takes only the one spelling that <see cref="New"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Token token)
    {
        token = default;
        var bytes = new byte[Bytes];
        if (text is not { Length: Characters }
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done
            || written != Bytes || Base64Url.EncodeToString(bytes) != text)
        {
            return false;
        }

        token = new(text);
        return true;
    }

    public override string ToString() => "(token)";
}
