using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Documents and confided texts of a life that nobody really lives: the same words give the same digests.</summary>
public static class Paperwork
{
    public static FiledDocument Of(string slot) =>
        new(slot, 0, ContentHash.FromDigest(Digest(slot)), Confide($"{slot}.pdf"), "application/pdf", 1024);

    public static Confided Confide(string text) => new(Convert.ToHexStringLower(Digest(text)));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
