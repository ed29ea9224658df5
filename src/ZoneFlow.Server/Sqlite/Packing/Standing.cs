using System.Text.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>
/// What all the lists of a case show of it, which is one text and stands with the case, and what the store counts, dates and
/// finds the case by: taken out of that text here and nowhere else, so that the two cannot differ.
/// </summary>
/// <param name="Named">Title, number and region, to be searched through.</param>
/// <param name="Outline">How it stands, as many others do; kept once for all of them.</param>
/// <param name="Stands">The words of the outline, to be searched through.</param>
internal sealed record Standing(
    string Summary, string? Region, string? NextLast, bool? Final, bool? Open, string? Number, string? Named, string Outline, string? Stands)
{
    /// <summary>Null where a commit leaves the case's summary as it is, or its lists do not agree.</summary>
    public static Standing? Of(Commit commit)
    {
        string? summary = null;
        foreach (var row in commit.IndexPuts)
        {
            if (IsSummary(commit, row) && (summary ??= row.Json) != row.Json)
            {
                return null;
            }
        }

        return summary is null ? null : Of(summary);
    }

    public static bool IsSummary(Commit commit, IndexRow row) =>
        row.Index is Indexes.Register or Indexes.Region or Indexes.Own && row.Case == commit.Case;

    // Parts are taken over as they are written, as the database takes them where an older store is brought up to date.
    private static Standing Of(string summary)
    {
        using var parsed = JsonDocument.Parse(summary);
        var all = parsed.RootElement;
        var (label, stages) = (Raw(all, "standingLabel"), Raw(all, "stages"));
        var (title, number, region) = (Text(all, "title"), Text(all, "number"), Text(all, "region"));
        return new Standing(
            summary, region, Text(all, "nextLast"), Flag(all, "final"), Flag(all, "public"), number,
            title is null || number is null ? null : $"{title}\n{number}\n{region}",
            $$"""{"kind":{{Raw(all, "kind") ?? "null"}},"pack":{{Raw(all, "pack") ?? "null"}},"standingLabel":{{label ?? "null"}},"final":{{Raw(all, "final") ?? "null"}},"stages":{{stages ?? "null"}}}""",
            label is null || stages is null ? null : (label + stages).Replace("\"zh\":", "", StringComparison.Ordinal).Replace("\"en\":", "", StringComparison.Ordinal));
    }

    private static JsonElement? Part(JsonElement all, string name) =>
        all.ValueKind == JsonValueKind.Object && all.TryGetProperty(name, out var part) ? part : null;

    private static string? Raw(JsonElement all, string name) => Part(all, name)?.GetRawText();

    private static string? Text(JsonElement all, string name) => Part(all, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool? Flag(JsonElement all, string name) => Part(all, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;
}
