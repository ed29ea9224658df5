using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>The public half of a key that signs roots, kept for ever; each but the first is signed by the one before it.</summary>
/// <param name="Id">The first sixteen hex digits of the public key's SHA-256.</param>
/// <param name="Public">SubjectPublicKeyInfo, base64.</param>
/// <param name="SignedBy">The key that was in use before; null for the first, and for one that took the place of a key that was lost.</param>
public sealed record RootKey(string Id, string Public, DateOnly Since, string? SignedBy, string? Signature)
{
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    /// <summary>One line for whoever runs the program.</summary>
    public string Printed() => string.Create(CultureInfo.InvariantCulture, $"key {Id} since {Since:yyyy-MM-dd} signed by {SignedBy ?? "none"}");

    /// <summary>What the key before signs.</summary>
    public byte[] Statement() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"zoneflow-key/1\n{Public}\n{Since:yyyy-MM-dd}\n{SignedBy}\n"));

    /// <summary>Whether bytes were signed by this key.</summary>
    public bool Signed(ReadOnlySpan<byte> statement, string? signature)
    {
        var bytes = new byte[72];
        if (signature is null || !Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }

        try
        {
            var spki = Convert.FromBase64String(Public);
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(spki, out _);
            return IdOf(spki) == Id && key.VerifyData(statement, bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
