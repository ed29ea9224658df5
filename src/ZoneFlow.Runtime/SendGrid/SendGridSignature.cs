using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.SendGrid;

/// <summary>
/// The signature of the provider's event webhook: ECDSA over P-256 and SHA-256 of the timestamp and the body as received,
/// in the headers X-Twilio-Email-Event-Webhook-Signature and -Timestamp.
/// </summary>
public static class SendGridSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    // An old message sent again is not news. The provider tries again for a day.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(26);

    /// <param name="publicKey">Base64 of the key's SubjectPublicKeyInfo, as the provider shows it.</param>
    /// <returns>False also where a header is no signature, no instant, or too old.</returns>
    public static bool IsGood(string publicKey, string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Oldest.TotalSeconds)
        {
            return false;
        }

        var given = new byte[256];
        if (!Convert.TryFromBase64String(signature ?? "", given, out var length) || length == 0)
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData([.. Encoding.UTF8.GetBytes(timestamp!), .. body], given.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
