using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Showing;

/// <summary>
/// The code (查询码) that, with the case number, shows a case's progress without signing in. It follows from the case
/// and a secret of the installation, so that nothing is stored with the case and nobody can compute another's.
/// </summary>
public sealed class LookUpCodes(ICaseStore store, RandomBytes random)
{
    private const string SecretKey = "look-up-secret";

    // No letter or digit that is taken for another when read from paper. 32 of them: five bits each.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 10;

    public Task<string> OfAsync(CaseId id, CancellationToken cancellationToken) => CodeAsync($"look-up|{id}", cancellationToken);

    /// <summary>The code on a zone's certificate: it leads to the zone's public page and to nothing of its file.</summary>
    public Task<string> CertificateAsync(CaseId id, CancellationToken cancellationToken) => CodeAsync($"certificate|{id}", cancellationToken);

    /// <summary>The code of one print of a case's form: other answers give another.</summary>
    public Task<string> PrintAsync(CaseId id, string digest, CancellationToken cancellationToken) => CodeAsync($"print|{id}|{digest}", cancellationToken);

    /// <summary>Whether what somebody typed is a case's code; blanks, hyphens and small letters do not matter.</summary>
    public async Task<bool> HoldsAsync(CaseId id, string typed, CancellationToken cancellationToken) => Same(await OfAsync(id, cancellationToken), typed);

    public static bool Same(string code, string typed)
    {
        var clean = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not '-')).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(clean));
    }

    private async Task<string> CodeAsync(string of, CancellationToken cancellationToken)
    {
        var digest = HMACSHA256.HashData(await SecretAsync(cancellationToken), Encoding.UTF8.GetBytes(of));
        return string.Concat(digest.Take(Length).Select(b => Alphabet[b & 31]));
    }

    private async Task<byte[]> SecretAsync(CancellationToken cancellationToken)
    {
        for (; ;)
        {
            if (await store.RecordAsync(RecordKinds.Installation, SecretKey, cancellationToken) is { } record)
            {
                return Convert.FromHexString(record.Json.Trim('"'));
            }

            await store.InsertRecordAsync(
                new KeyedRecord(RecordKinds.Installation, SecretKey, $"\"{Convert.ToHexString(random(32))}\"", null), cancellationToken);
        }
    }
}
