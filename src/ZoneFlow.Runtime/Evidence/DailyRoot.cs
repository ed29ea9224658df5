using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>The signed root of a day: one hash over all journals as they stood when it was made, and over the root before it.</summary>
/// <param name="Tree">The tree's root, lower-case hex.</param>
/// <param name="Previous">The hash of the statement before; zeros for the first.</param>
/// <param name="Key">The signing key's id.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the statement, r and s side by side, base64.</param>
/// <param name="Content">The list of its leaves, as a document; kept by the office, not needed to check a proof.</param>
public sealed record DailyRoot(
    DateOnly Day, DateTimeOffset At, long Leaves, string Tree, string Previous, string Key, string Signature, ContentHash Content)
{
    public static string NothingBefore { get; } = new('0', 64);

    /// <summary>What is signed: seven lines, so that anybody can write it down and check it.</summary>
    public byte[] Statement() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"zoneflow-root/1\n{Day:yyyy-MM-dd}\n{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}\n{Leaves}\n{Tree}\n{Previous}\n{Key}\n"));

    public string StatementHash() => Convert.ToHexStringLower(SHA256.HashData(Statement()));

    /// <summary>As it stands in mails, letters, notices and the feed: day and tree, enough to hold an archive against.</summary>
    public string Printed() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Tree}");
}
