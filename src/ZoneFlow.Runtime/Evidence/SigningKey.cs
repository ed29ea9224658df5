using System.Security.Cryptography;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>The private key that signs roots: ECDSA on P-256. It prints as nothing.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        var spki = key.ExportSubjectPublicKeyInfo();
        (Public, Id) = (Convert.ToBase64String(spki), RootKey.IdOf(spki));
    }

    public string Id { get; }

    public string Public { get; }

    public static SigningKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pem">PKCS#8 or SEC 1, in PEM.</param>
    /// <exception cref="ArgumentException">It is no private key on P-256.</exception>
    public static SigningKey OfPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize != 256 || key.ExportParameters(true).D is null)
            {
                throw new ArgumentException("It is no private key on the curve P-256.", nameof(pem));
            }

            return new SigningKey(key);
        }
        catch (CryptographicException unreadable)
        {
            key.Dispose();
            throw new ArgumentException("It is no private key on the curve P-256.", nameof(pem), unreadable);
        }
    }

    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>r and s side by side, base64.</summary>
    public string Sign(ReadOnlySpan<byte> statement) => Convert.ToBase64String(_key.SignData(statement, HashAlgorithmName.SHA256));

    public void Dispose() => _key.Dispose();

    public override string ToString() => "(key)";
}
