using System.Collections.Immutable;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>How wide a text will be before any font is at hand: a Chinese character is one em, any other at most 0.6.</summary>
public static class Lettering
{
    public static double Width(string text, double size) => text.EnumerateRunes().Sum(r => IsFull(r) ? 1.0 : 0.6) * size;

    /// <summary>The columns of a terminal: two for a Chinese character.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(r => IsFull(r) && r.Value >= 0x2E80 ? 2 : 1);

    /// <summary>Breaks a text into lines that fit; a mark that closes something does not begin a line.</summary>
    public static ImmutableArray<string> Wrap(string text, double size, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (line, wide) = (new StringBuilder(), 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            var own = (IsFull(rune) ? 1.0 : 0.6) * size;
            if (wide + own > width && line.Length > 0 && !"，。、；：）〕”》".Contains(rune.ToString(), StringComparison.Ordinal))
            {
                lines.Add(line.ToString());
                line.Clear();
                wide = 0;
            }

            line.Append(rune.ToString());
            wide += own;
        }

        lines.Add(line.ToString());
        return lines.ToImmutable();
    }

    // Han, kana, full-width forms, CJK punctuation and the quotation marks and dashes that Chinese fonts draw full.
    private static bool IsFull(Rune rune) => rune.Value is >= 0x2E80 and <= 0xFFEF or >= 0x20000 or >= 0x2010 and <= 0x2026;
}
