using System.Text.Encodings.Web;
using System.Text.Json;
using ZoneFlow.Policies.Drawing;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Server.Commands;

/// <summary>Two lives side by side, as tables or as one JSON object.</summary>
internal static class CompareText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(CompareReport report, TextWriter output, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Json));
            return;
        }

        Table(output, "步骤 steps", report, report.Steps);
        Table(output, "日期 dates", report, report.Dates);
        foreach (var lack in report.Lacks)
        {
            output.WriteLine(lack);
        }
    }

    private static void Table(TextWriter output, string title, CompareReport report, IReadOnlyCollection<CompareRow> rows)
    {
        string[] Cells(CompareRow r) => [r.Line > 0 ? $"{r.Line}" : "", r.What, r.First, r.Second, r.Same ? "" : "≠", r.Note];
        List<string[]> all = [["", title, report.First, report.Second, "", ""], .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, 6).Select(c => all.Max(r => Columns(r[c]))).ToList();
        foreach (var row in all)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, c) => cell + new string(' ', widths[c] - Columns(cell)))).TrimEnd());
        }

        output.WriteLine($"相同 same: {rows.Count(r => r.Same)}，不同 different: {rows.Count(r => !r.Same)}");
        output.WriteLine();
    }

    private static int Columns(string text) => Lettering.Columns(text);
}
