using System.Collections.Immutable;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// What takes a time-based code's place once, from a printed sheet: 15 random bytes in base 32, in groups of four. Only its hash is
/// stored; at 120 bits neither salt nor a slow hash adds anything.
/// </summary>
public static class RecoveryCode
{
    private const int Bytes = 15, Sheet = 10, Group = 4;

    /// <summary>A sheet of them, to be printed, with what is stored of each.</summary>
    public static ImmutableArray<(string Printed, string Hash)> NewSheet(RandomBytes random) =>
    [
        .. Enumerable.Range(0, Sheet).Select(_ => Base32.Encode(random(Bytes))).Select(c => (string.Join('-', c.Chunk(Group).Select(g => new string(g))), HashOf(c))),
    ];

    /// <summary>What would be stored of a typed one; null where it is none.</summary>
    public static string? Hash(string? typed) =>
        typed is { Length: <= 100 } && Base32.TryDecode(typed, out var bytes) && bytes.Length == Bytes ? HashOf(Base32.Encode(bytes)) : null;

    private static string HashOf(string code) => TokenHash.Of(code).Value;
}
