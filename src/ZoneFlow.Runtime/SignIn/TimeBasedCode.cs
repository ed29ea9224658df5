using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// The six digits that an authenticator app shows for thirty seconds (RFC 6238). A code of the step before or after
/// is taken too, since phones' clocks differ and people type slowly.
/// </summary>
public static class TimeBasedCode
{
    private const int Digits = 6;
    private const int Window = 1;
    private const long SecondsPerStep = 30;

    /// <summary>The step that an instant lies in, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset instant) => (long)Math.Floor(instant.ToUnixTimeMilliseconds() / (SecondsPerStep * 1000d));

    /// <summary>The code an app shows at an instant; the demonstration shows it beside the mailbox.</summary>
    public static string At(TimeBasedSecret secret, DateTimeOffset instant) => OfStep(secret.Bytes, StepAt(instant), Digits);

    /// <summary>
    /// The step whose code was typed, to be stored with the person; null when it fits none. A step that is not after
    /// the last one used fits none: a code opens once, even to who looked over the shoulder.
    /// </summary>
    /// <param name="secret">The person's.</param>
    /// <param name="typed">As typed: spaces and full-width digits are forgiven.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="lastUsed">What this answered for the person's last code that was taken, if any.</param>
    public static long? Match(TimeBasedSecret secret, string? typed, DateTimeOffset now, long? lastUsed)
    {
        var code = Encoding.UTF8.GetBytes(Plain(typed ?? ""));
        long? matched = null;
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            // Every step is compared, in constant time, whichever fits.
            var fits = CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(OfStep(secret.Bytes, step, Digits)));
            if (fits && (lastUsed is null || step > lastUsed))
            {
                matched ??= step;
            }
        }

        return matched;
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The apps in use know no other; an HMAC does not rest on what SHA-1 has lost.")]
    internal static string OfStep(ReadOnlySpan<byte> secret, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7fffffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private static string Plain(string typed) => string.Concat(typed
        .Where(sign => !char.IsWhiteSpace(sign))
        .Select(sign => sign is >= '\uFF10' and <= '\uFF19' ? (char)(sign - '\uFF10' + '0') : sign));
}
