using System.Text;

namespace ZoneFlow.Policies.Drawing;

/// <summary>A diagram as Mermaid text (flowchart, top to bottom).</summary>
public static class MermaidDiagram
{
    public static string Of(Diagram diagram)
    {
        var text = new StringBuilder($"---\ntitle: \"{Quoted(diagram.Title.Zh)}\"\n---\nflowchart TD\n");
        foreach (var box in diagram.Boxes)
        {
            var (open, close) = box.Kind switch
            {
                BoxKind.Start or BoxKind.Wait => ("(", ")"),
                BoxKind.End => ("([", "])"),
                BoxKind.Panel or BoxKind.Duty => ("[[", "]]"),
                BoxKind.Notice => ("[/", "/]"),
                _ => ("[", "]"),
            };
            text.Append("  ").Append(Id(box.Id)).Append(open).Append('"').AppendJoin("<br/>", box.Lines.Prepend(box.Title).Select(Quoted)).Append('"').Append(close).Append('\n');
        }

        foreach (var arrow in diagram.Arrows)
        {
            text.Append("  ").Append(Id(arrow.From)).Append(arrow.Kind == ArrowKind.Action ? " -->" : " -.->");
            if (!arrow.Lines.IsEmpty)
            {
                text.Append("|\"").Append(arrow.Kind == ArrowKind.Message ? "来讯：" : "").AppendJoin("<br/>", arrow.Lines.Select(Quoted)).Append("\"|");
            }

            text.Append(' ').Append(Id(arrow.To)).Append('\n');
        }

        return text.ToString();
    }

    // "end" alone is a word of Mermaid's own.
    private static string Id(string id) => $"n-{id}";

    private static string Quoted(string text) => text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal);
}
