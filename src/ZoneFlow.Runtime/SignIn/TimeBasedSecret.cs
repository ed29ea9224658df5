using System.Diagnostics.CodeAnalysis;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// The secret that a person's authenticator app and the office share: 20 bytes, as long as SHA-1's result (RFC 4226).
/// Unlike a token's it must be kept readable. It prints as nothing.
/// </summary>
public sealed class TimeBasedSecret
{
    private const int Length = 20;

    private readonly byte[] bytes;

    private TimeBasedSecret(byte[] bytes) => this.bytes = bytes;

    /// <summary>The 32 characters, to be stored or typed into an app.</summary>
    public string Text => Base32.Encode(bytes);

    internal ReadOnlySpan<byte> Bytes => bytes;

    public static TimeBasedSecret New(RandomBytes random) => random(Length) is { Length: Length } bytes
        ? new(bytes)
        : throw new ArgumentException($"A secret takes {Length} random bytes.", nameof(random));

    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeBasedSecret? secret)
    {
        secret = text is not null && Base32.TryDecode(text, out var bytes) && bytes.Length == Length ? new(bytes) : null;
        return secret is not null;
    }

    /// <summary>What the app reads from the code on the screen. It holds the secret.</summary>
    /// <param name="issuer">The office, as the app is to name it.</param>
    /// <param name="account">The person, usually by address.</param>
    [SuppressMessage("Design", "CA1055:URI-like return values should not be strings",
        Justification = "Uri would rewrite the escapes in the label, and it is only ever drawn as a QR code or shown.")]
    public string EnrolmentUri(string issuer, string account)
    {
        var (who, whom) = (Uri.EscapeDataString(issuer), Uri.EscapeDataString(account));
        return $"otpauth://totp/{who}:{whom}?secret={Text}&issuer={who}&algorithm=SHA1&digits=6&period=30";
    }

    public override string ToString() => "(secret)";
}
