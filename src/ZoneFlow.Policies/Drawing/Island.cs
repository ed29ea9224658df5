using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>Boxes that hang together, laid out on their own, and where they stand among the others.</summary>
internal sealed class Island
{
    private const double Apart = 40;
    private readonly List<SvgBox> _boxes;
    private readonly List<SvgArrow> _arrows;
    private readonly Layering _layout;

    private Island(List<SvgBox> boxes, List<SvgArrow> arrows)
    {
        (_boxes, _arrows) = (boxes, arrows);
        var number = boxes.Select((b, i) => (b.Box.Id, i)).ToDictionary(b => b.Id, b => b.i, StringComparer.Ordinal);
        _layout = new Layering(
            [.. boxes.Select(b => (b.Width, b.Height))],
            [.. arrows.Select(a => (number[a.Arrow.From], number[a.Arrow.To], a.Width, a.Height))]);
    }

    public double X { get; private set; }

    public double Y { get; private set; }

    public double Width => _layout.Width;

    public double Height => _layout.Height;

    /// <summary>The largest stands left; the others fill columns beside it, as high as makes the drawing largest on its sheet.</summary>
    /// <param name="scale">How large a drawing so wide and so high comes out.</param>
    public static List<Island> Of(Diagram diagram, Func<double, double, double> scale)
    {
        var group = diagram.Boxes.ToDictionary(b => b.Id, b => b.Id, StringComparer.Ordinal);
        var arrows = diagram.Arrows.Where(a => group.ContainsKey(a.From) && group.ContainsKey(a.To)).ToList();
        foreach (var arrow in arrows)
        {
            var (one, other) = (group[arrow.From], group[arrow.To]);
            foreach (var id in diagram.Boxes.Select(b => b.Id).Where(id => group[id] == other))
            {
                group[id] = one;
            }
        }

        var islands = diagram.Boxes.GroupBy(b => group[b.Id])
            .Select(g => new Island([.. g.Select(b => new SvgBox(b))], [.. arrows.Where(a => group[a.From] == g.Key).Select(a => new SvgArrow(a))]))
            .OrderByDescending(i => i.Height).ToList();
        var stacked = 0.0;
        var heights = islands.Select(i => (stacked += i.Height + Apart) - Apart).Prepend(islands[0].Height).ToList();
        Place(islands, heights.MaxBy(most => Place(islands, most) is var (across, down) ? scale(across, down) : 0));
        return islands;
    }

    // In columns no higher than so much; how wide and how high they come out.
    private static (double Across, double Down) Place(List<Island> islands, double most)
    {
        var (x, y, column) = (0.0, 0.0, 0.0);
        foreach (var island in islands)
        {
            if (y > 0 && y + island.Height > most)
            {
                (x, y, column) = (x + column + Apart, 0, 0);
            }

            (island.X, island.Y) = (x, y);
            (y, column) = (y + island.Height + Apart, Math.Max(column, island.Width));
        }

        return (islands.Max(i => i.X + i.Width), islands.Max(i => i.Y + i.Height));
    }

    public void Draw(StringBuilder svg)
    {
        svg.Append(System.Globalization.CultureInfo.InvariantCulture, $"<g transform=\"translate({X:0.#} {Y:0.#})\">\n");
        for (var i = 0; i < _arrows.Count; i++)
        {
            _arrows[i].Line(svg, _layout, i);
        }

        for (var i = 0; i < _arrows.Count; i++)
        {
            _arrows[i].Words(svg, _layout, i);
        }

        for (var i = 0; i < _boxes.Count; i++)
        {
            _boxes[i].Draw(svg, _layout.Spots[i].X, _layout.Spots[i].Top);
        }

        svg.Append("</g>\n");
    }
}
