using System.Text;

namespace ZoneFlow.Faults.Simulated;

/// <summary>Texts by their UTF-8 bytes, as the port asks.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null || !(x.Any(char.IsSurrogate) || y.Any(char.IsSurrogate)))
        {
            return string.CompareOrdinal(x, y);
        }

        return Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
    }
}
