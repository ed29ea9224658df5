using System.Text.Encodings.Web;
using System.Text.Json;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Server.Commands;

/// <summary>What a walk over every choice came to, for a terminal or as one JSON object.</summary>
internal static class ExploreText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code: 0 where nothing was found.</returns>
    public static int Print(Pack pack, ExploreReport report, TextWriter output, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Json));
            return report.IsClean ? 0 : 1;
        }

        output.WriteLine($"{pack.Id} {pack.Title.Zh}");
        output.WriteLine($"状态 states: {report.States}{(report.Complete ? "" : "（到达上限 bound reached）")}，转换 ways: {report.Ways}");
        output.WriteLine($"最长路径 longest path: {report.LongestTime.TotalDays:0}日 days, {report.Longest.Length}步 steps");
        Print(output, "停滞 stuck", report.Stuck);
        Print(output, "无提醒 without a reminder", [.. report.Unreminded.Select(u => new ExploreFinding(u, []))]);
        Print(output, "出错 failed", report.Failed);
        if (!report.Unreached.IsEmpty)
        {
            output.WriteLine($"未到达的环节 stages not come to: {string.Join(", ", report.Unreached)}");
        }

        return report.IsClean ? 0 : 1;
    }

    private static void Print(TextWriter output, string what, IReadOnlyList<ExploreFinding> findings)
    {
        output.WriteLine($"{what}: {findings.Count}");
        foreach (var finding in findings)
        {
            output.WriteLine($"  {finding.What}");
            foreach (var step in finding.Way)
            {
                output.WriteLine($"    {step}");
            }
        }
    }
}
