using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Journal;

/// <summary>Takes personal texts out of a signal: the digests go in, the texts stay beside the journal.</summary>
/// <param name="random">Where salts come from.</param>
public sealed class Confiding(RandomBytes random)
{
    private readonly List<ConfidedText> _texts = [];

    public IReadOnlyList<ConfidedText> Texts => _texts;

    /// <param name="kind">What the text is: reason, name, contact, text, file-name, answer.</param>
    public Confided Take(string kind, string text)
    {
        var salt = random(32);
        var digest = Digest(salt, text);
        _texts.Add(new ConfidedText(digest, Convert.ToBase64String(salt), kind, text));
        return new Confided(digest);
    }

    public Confided? TakeIfGiven(string kind, string? text) => string.IsNullOrWhiteSpace(text) ? null : Take(kind, text.Trim());

    /// <summary>Whether a text is the one that a digest stands for.</summary>
    public static bool Matches(ConfidedText text) => Digest(Convert.FromBase64String(text.Salt), text.Text) == text.Digest;

    private static string Digest(byte[] salt, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));
}
