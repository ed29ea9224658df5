using System.Globalization;
using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>
/// A diagram as SVG that needs no style sheet, script or font of its own: it may stand in a page, in a file, on paper. It says how
/// large it is on the smallest sheet, A4 or A3, on which its smallest words can still be read.
/// </summary>
public static class SvgDiagram
{
    private const string Font = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
    private const double Margin = 28;
    private const double Head = 76;
    private const double Foot = 74;

    public static string Of(Diagram diagram)
    {
        var islands = Island.Of(diagram, (w, h) => Sheet.OnA4(Wide(w), High(h)));
        var (across, down) = (islands.Max(i => i.X + i.Width), islands.Max(i => i.Y + i.Height));
        var (width, height) = (Wide(across), High(down));
        var (content, sheet) = (width - (2 * Margin), Sheet.For(width, height));

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{Escape(diagram.Title.Zh)}" width="{sheet.Width}mm" height="{sheet.Height}mm" viewBox="0 0 {width:0} {height:0}" font-family="{Font}" fill="#1d2129">
            <title>{Escape(diagram.Title.Zh)}</title>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="{width / 2:0.#}" y="{Margin + 22:0.#}" font-size="22" font-weight="700" text-anchor="middle">{Escape(diagram.Title.Zh)}</text>
            <text x="{width / 2:0.#}" y="{Margin + 44:0.#}" font-size="12" fill="#565d68" text-anchor="middle">{Escape(diagram.Title.En ?? "")}</text>
            <text x="{width / 2:0.#}" y="{Margin + 62:0.#}" font-size="12" fill="#565d68" text-anchor="middle">{Escape(diagram.Under)}</text>

            """);
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Margin + ((content - across) / 2):0.#} {Margin + Head:0.#})\">\n");
        foreach (var island in islands)
        {
            island.Draw(svg);
        }

        svg.Append("</g>\n");
        Legend.Draw(svg, (width - Legend.Width) / 2, height - Margin - Foot + 24, diagram);
        return svg.Append("</svg>\n").ToString();

        double Wide(double drawn) => Math.Max(drawn, Math.Max(Legend.Width, Lettering.Width(diagram.Under, 12))) + (2 * Margin);

        double High(double drawn) => drawn + Head + Foot + (2 * Margin);
    }

    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
