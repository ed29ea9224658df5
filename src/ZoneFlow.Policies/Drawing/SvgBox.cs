using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>One box with its words, measured before it is placed.</summary>
internal sealed class SvgBox
{
    private const double Title = 14;
    private const double Small = 11;
    private const double Widest = 178;
    private readonly ImmutableArray<string> _title;
    private readonly ImmutableArray<string> _lines;

    public SvgBox(DiagramBox box)
    {
        Box = box;
        _title = Lettering.Wrap(box.Title, Title, Widest);
        _lines = [.. box.Lines.SelectMany(l => Lettering.Wrap(l, Small, Widest))];
        var widest = _title.Select(t => Lettering.Width(t, Title)).Concat(_lines.Select(l => Lettering.Width(l, Small))).Max();
        Width = Math.Max(box.Kind == BoxKind.End ? 54 : 96, widest + 26);
        Height = (_title.Length * 20) + (_lines.Length * 16) + (box.Kind == BoxKind.End ? 8 : 14);
    }

    public DiagramBox Box { get; }

    public double Width { get; }

    public double Height { get; }

    /// <param name="x">Of its middle.</param>
    public void Draw(StringBuilder svg, double x, double top)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g data-box=\"{Box.Id}\">");
        Shape(svg, Box.Kind, x - (Width / 2), top, Width, Height);
        var ink = Box.Kind == BoxKind.End ? "#fff" : "#1d2129";
        var y = top + (Box.Kind == BoxKind.End ? 4 : 7) + 15;
        foreach (var line in _title)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{Title}\" font-weight=\"600\" fill=\"{ink}\" text-anchor=\"middle\">{SvgDiagram.Escape(line)}</text>");
            y += 20;
        }

        y -= 3;
        foreach (var line in _lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{Small}\" fill=\"#3d434d\" text-anchor=\"middle\">{SvgDiagram.Escape(line)}</text>");
            y += 16;
        }

        svg.Append("</g>\n");
    }

    /// <summary>The kinds differ in shape as well as in colour, so that they can be told apart on a grey print.</summary>
    public static void Shape(StringBuilder svg, BoxKind kind, double x, double y, double width, double height)
    {
        var (fill, line, round, dashes, stroke) = kind switch
        {
            BoxKind.Start => ("#fbeeec", "#a8201a", Math.Min(16, height / 2), "", 1.4),
            BoxKind.Task => ("#fff", "#17497a", 3, "", 1.4),
            BoxKind.Panel => ("#f5f0fb", "#5b3a8c", 3, "", 1.4),
            BoxKind.Notice => ("#e9f4ec", "#1c6236", 3, "", 1.4),
            BoxKind.Wait => ("#f5f5f2", "#565d68", Math.Min(12, height / 2), " stroke-dasharray=\"6 3\"", 1.4),
            BoxKind.End => ("#3d434d", "#3d434d", height / 2, "", 1.4),
            BoxKind.Anywhere => ("#fff", "#565d68", 3, " stroke-dasharray=\"2 3\"", 1.4),
            BoxKind.Procedure => ("#eaf1f8", "#17497a", 3, "", 1.4),
            BoxKind.Duty => ("#fdf3dc", "#7a4c00", 3, "", 1.4),
            BoxKind.Outcome => ("#fff", "#a8201a", 0, "", 2.6),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{round:0.#}\" fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"{stroke}\"{dashes}/>");
        switch (kind)
        {
            case BoxKind.Panel:
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 3:0.#}\" y=\"{y + 3:0.#}\" width=\"{width - 6:0.#}\" height=\"{height - 6:0.#}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"0.8\"/>");
                break;
            case BoxKind.Notice:
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"4\" fill=\"{line}\"/>");
                break;
            case BoxKind.Duty:
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x + 6:0.#} {y:0.#}v{height:0.#}M{x + width - 6:0.#} {y:0.#}v{height:0.#}\" stroke=\"{line}\" stroke-width=\"0.8\"/>");
                break;
        }
    }
}
