using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>One arrow with its words, which lie on it half-way.</summary>
internal sealed class SvgArrow
{
    private const double Size = 11;
    private const double Widest = 150;
    private readonly ImmutableArray<string> _lines;

    public SvgArrow(DiagramArrow arrow)
    {
        Arrow = arrow;
        _lines = [.. arrow.Lines.SelectMany(l => Lettering.Wrap(arrow.Lines.Length > 1 ? $"· {l}" : l, Size, Widest))];
        Width = _lines.IsEmpty ? 2 : _lines.Max(l => Lettering.Width(l, Size)) + 10 + Sign;
        Height = _lines.IsEmpty ? 0 : (_lines.Length * 15) + 6;
    }

    public DiagramArrow Arrow { get; }

    public double Width { get; }

    public double Height { get; }

    private double Sign => Arrow.Kind == ArrowKind.Action ? 0 : 17;

    private string Ink => InkOf(Arrow.Kind);

    public static string InkOf(ArrowKind kind) => kind switch
    {
        ArrowKind.Timer => "#7a4c00",
        ArrowKind.Message => "#5b3a8c",
        _ => "#31363f",
    };

    public static string Dashes(ArrowKind kind) => kind switch
    {
        ArrowKind.Timer => " stroke-dasharray=\"5 4\"",
        ArrowKind.Message => " stroke-dasharray=\"1.5 3\"",
        _ => "",
    };

    public void Line(StringBuilder svg, Layering layout, int number)
    {
        var chain = layout.Chains[number];
        var spots = chain.Select(s => layout.Spots[s]).ToList();
        var down = spots[0].Row < spots[^1].Row;
        var path = new StringBuilder();
        for (var i = 1; i < spots.Count; i++)
        {
            var (x1, y1) = Port(layout, spots[i - 1], chain[i - 1], chain[i], down);
            var (x2, y2) = Port(layout, spots[i], chain[i], chain[i - 1], !down);

            // Straight to the edge of the row, then over the empty space between two rows.
            var (e1, e2) = (Edge(spots[i - 1], down), Edge(spots[i], !down));
            path.Append(CultureInfo.InvariantCulture, $"{(i == 1 ? "M" : "L")}{x1:0.#} {y1:0.#}L{x1:0.#} {e1:0.#}C{x1:0.#} {(e1 + e2) / 2:0.#} {x2:0.#} {(e1 + e2) / 2:0.#} {x2:0.#} {e2:0.#}");
            if (i == spots.Count - 1)
            {
                var tip = down ? y2 - 7 : y2 + 7;
                path.Append(CultureInfo.InvariantCulture, $"L{x2:0.#} {tip:0.#}");
                Head(svg, x2, y2, down, Ink);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"L{x2:0.#} {y2:0.#}");
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path data-arrow=\"{Arrow.From} {Arrow.To}\" d=\"{path}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.3\"{Dashes(Arrow.Kind)}/>\n");
    }

    public void Words(StringBuilder svg, Layering layout, int number)
    {
        if (_lines.IsEmpty)
        {
            return;
        }

        var spot = layout.Chains[number].Skip(1).Select(s => layout.Spots[s]).First(s => s.Height > 0);
        var left = spot.X - (Width / 2);
        svg.Append(CultureInfo.InvariantCulture, $"<g data-words=\"{Arrow.From} {Arrow.To}\"><rect x=\"{left:0.#}\" y=\"{spot.Top:0.#}\" width=\"{Width:0.#}\" height=\"{Height:0.#}\" rx=\"2\" fill=\"#fff\" stroke=\"#d8d9d6\" stroke-width=\"0.6\"/>");
        Mark(svg, Arrow.Kind, left + 5, spot.Top + (Height / 2) - 5);
        var y = spot.Top + 14;
        foreach (var line in _lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 5 + Sign:0.#}\" y=\"{y:0.#}\" font-size=\"{Size}\" fill=\"{Ink}\">{SvgDiagram.Escape(line)}</text>");
            y += 15;
        }

        svg.Append("</g>\n");
    }

    /// <summary>A clock for time, an envelope for a message.</summary>
    public static void Mark(StringBuilder svg, ArrowKind kind, double x, double y)
    {
        svg.Append(kind switch
        {
            ArrowKind.Timer => string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y + 5:0.#}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M{x + 5:0.#} {y + 2:0.#}v3.2l2.4 1.6\" fill=\"#fff\" stroke=\"{InkOf(kind)}\"/>"),
            ArrowKind.Message => string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y + 1:0.#}h12v8h-12zl6 4.6l6 -4.6\" fill=\"#fff\" stroke=\"{InkOf(kind)}\"/>"),
            _ => "",
        });
    }

    public static void Head(StringBuilder svg, double x, double y, bool down, string ink) => svg.Append(
        CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y:0.#}l-4 {(down ? -8 : 8)}h8z\" fill=\"{ink}\"/>\n");

    // Each line has a place of its own along a box's edge, in the order of where it goes.
    private static (double X, double Y) Port(Layering layout, Layering.Spot spot, int self, int other, bool below)
    {
        var all = (below ? spot.Below : spot.Above).OrderBy(n => layout.Spots[n].X).ThenBy(n => n).ToList();
        var reach = self < layout.Spots.Count && spot.Row % 2 == 0 ? Math.Min(spot.Width - 24, (all.Count - 1) * 26) : 0;
        var x = all.Count < 2 ? spot.X : spot.X - (reach / 2) + (reach * all.IndexOf(other) / (all.Count - 1));
        return (x, below ? spot.Bottom : spot.Top);
    }

    private static double Edge(Layering.Spot spot, bool below) => below ? spot.RowTop + spot.RowHeight : spot.RowTop;
}
