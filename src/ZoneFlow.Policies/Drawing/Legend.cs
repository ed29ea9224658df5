using System.Globalization;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>What the shapes and lines mean, at the foot of a diagram: those that stand on it and no others.</summary>
internal static class Legend
{
    private const double Size = 11;
    private const double Cell = 108;
    private const int Across = 6;

    private static readonly (BoxKind Kind, string Zh)[] Boxes =
    [
        (BoxKind.Start, "起因"), (BoxKind.Duty, "义务"), (BoxKind.Task, "办理"), (BoxKind.Panel, "专家评分"), (BoxKind.Notice, "公示"), (BoxKind.Wait, "等待"),
        (BoxKind.Anywhere, "任一环节"), (BoxKind.Procedure, "程序"), (BoxKind.Outcome, "处理结果"), (BoxKind.End, "终结"),
    ];

    private static readonly (ArrowKind Kind, string Zh)[] Lines = [(ArrowKind.Action, "操作"), (ArrowKind.Timer, "期限届满"), (ArrowKind.Message, "其他事项来讯")];

    public static double Width => Across * Cell;

    public static void Draw(StringBuilder svg, double left, double top, Diagram diagram)
    {
        var n = 0;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left:0.#} {top - 12:0.#}h{Width:0.#}\" stroke=\"#d8d9d6\"/>\n");
        foreach (var (kind, zh) in Boxes.Where(b => diagram.Boxes.Any(x => x.Kind == b.Kind)))
        {
            var (x, y) = Next();
            SvgBox.Shape(svg, kind, x, y, 34, 18);
            Word(x + 42, y, zh);
        }

        foreach (var (kind, zh) in Lines.Where(l => diagram.Arrows.Any(a => a.Kind == l.Kind)))
        {
            var (x, y) = Next();
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y + 9:0.#}h28\" stroke=\"{SvgArrow.InkOf(kind)}\" stroke-width=\"1.3\"{SvgArrow.Dashes(kind)}/>");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x + 35:0.#} {y + 9:0.#}l-8 -4v8z\" fill=\"{SvgArrow.InkOf(kind)}\"/>");
            SvgArrow.Mark(svg, kind, x + 8, y + 4);
            Word(x + 42, y, zh);
        }

        (double X, double Y) Next() => (left + (n % Across * Cell), top + (n++ / Across * 26));

        void Word(double x, double y, string zh) => svg.Append(
            CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + 13:0.#}\" font-size=\"{Size}\" fill=\"#3d434d\">{zh}</text>\n");
    }
}
