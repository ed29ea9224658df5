using System.Collections.Immutable;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>How wide a text will be before any font is at hand: a Chinese character is one em, any other at most 0.6.</summary>
public static class Lettering
{
    private const int LongestAside = 8;
    private const string Closing = "，。、；：）〕”》";
    private const string Opening = "（〔“《·";

    public static double Width(string text, double size) => text.EnumerateRunes().Sum(r => IsFull(r) ? 1.0 : 0.6) * size;

    /// <summary>The columns of a terminal: two for a Chinese character.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(r => IsFull(r) && r.Value >= 0x2E80 ? 2 : 1);

    /// <summary>
    /// Breaks a text into as few lines as fit, of much the same length. A mark that closes something does not begin a line and one that
    /// opens something does not end it; a number stays with its unit, a short aside in brackets in one piece.
    /// </summary>
    public static ImmutableArray<string> Wrap(string text, double size, double width)
    {
        var pieces = Pieces(text);
        var lines = Fill(pieces, size, width);
        for (var narrower = width - (size / 2); narrower > size && Fill(pieces, size, narrower) is var even && even.Length == lines.Length; narrower -= size / 2)
        {
            lines = even;
        }

        return lines;
    }

    private static ImmutableArray<string> Fill(List<string> pieces, double size, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && Width(line + piece, size) > width)
            {
                lines.Add(line);
                line = "";
            }

            line += piece;
        }

        lines.Add(line);
        return lines.ToImmutable();
    }

    // What no line may be broken within.
    private static List<string> Pieces(string text)
    {
        var (pieces, piece, inside) = (new List<string>(), new StringBuilder(), 0);
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            var (rune, next) = (runes[i], i + 1 < runes.Count ? runes[i + 1] : default);
            piece.Append(rune.ToString());
            inside = inside > 0 ? inside - 1 : Opening.Contains(rune.ToString(), StringComparison.Ordinal) ? Aside(runes, i) : 0;
            if (inside == 0 && next != default && !Clings(rune, next))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static bool Clings(Rune rune, Rune next) => Closing.Contains(next.ToString(), StringComparison.Ordinal) || Opening.Contains(rune.ToString(), StringComparison.Ordinal)
        || (!IsFull(rune) && rune.Value != ' ' && !IsFull(next)) || (Rune.IsDigit(rune) && "年月日个项家".Contains(next.ToString(), StringComparison.Ordinal)) || (rune.ToString() is "年" or "月" && Rune.IsDigit(next));

    // How many characters a short aside still has after its opening bracket.
    private static int Aside(List<Rune> runes, int open)
    {
        for (var i = open + 1; i < runes.Count && i <= open + LongestAside; i++)
        {
            if (runes[i].ToString() is "）" or "〕")
            {
                return i - open;
            }
        }

        return 0;
    }

    // Han, kana, full-width forms, CJK punctuation and the quotation marks and dashes that Chinese fonts draw full.
    private static bool IsFull(Rune rune) => rune.Value is >= 0x2E80 and <= 0xFFEF or >= 0x20000 or >= 0x2010 and <= 0x2026;
}
