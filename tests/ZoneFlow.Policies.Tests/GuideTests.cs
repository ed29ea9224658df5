using System.Text.Json.Nodes;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Tests.Schema;
using ZoneFlow.Policies.WorkedCases;

namespace ZoneFlow.Policies.Tests;

/// <summary>The guide to the pack format names everything that the format has.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", "README.md"));

    [Fact]
    public void Guide_NamesEveryKeyAndWordOfTheFormat()
    {
        var objects = Objects(JsonSchema.OfPacks.Root).ToList();
        var keys = objects.Where(o => o["properties"] is JsonObject && o["additionalProperties"] is JsonValue).SelectMany(o => o["properties"]!.AsObject().Select(p => p.Key));
        var words = objects.Where(o => o["enum"] is JsonArray).SelectMany(o => o["enum"]!.AsArray().Select(w => w!.ToString()))
            .Where(w => w is not ("True" or "False"));

        Assert.DoesNotContain(keys.Concat(words).Distinct(), k => !Says(k));
    }

    [Fact]
    public void Guide_NamesEveryPlaceholder() =>
        Assert.DoesNotContain(Placeholders.Known, p => !Guide.Contains($"`{{{p}}}`", StringComparison.Ordinal));

    /// <summary>The reader's own lists of keys, from what it says of a key that it does not know.</summary>
    [Fact]
    public void Guide_NamesEveryKeyOfAWorkedCase()
    {
        var folder = Directory.CreateTempSubdirectory("zoneflow-guide-");
        File.WriteAllText(Path.Combine(folder.FullName, "a.cases.yaml"), "zz: x\ncases:\n- {case: 甲, zz: x, when: [{at: 2025-05-06, until: 2025-05-07}], then: {zz: x}}\n");

        var lists = CaseFolder.Read(folder.FullName).Problems.Select(p => p.Message).Where(m => m.Contains("has no key 'zz'", StringComparison.Ordinal))
            .Select(m => m[(m.IndexOf("may have: ", StringComparison.Ordinal) + 10)..^1].Split(", ")).ToList();

        folder.Delete(recursive: true);
        Assert.Equal(3, lists.Count);
        Assert.DoesNotContain(lists.SelectMany(l => l), k => !Says(k));
    }

    [Fact]
    public void Guide_LinksLeadSomewhere() => Assert.All(
        new[] { "your-province.md", "Coverage.md", "pack.schema.json", "Packs/liaoning-2025" },
        link => Assert.True(Guide.Contains($"]({link})", StringComparison.Ordinal) && Path.Exists(Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", link))));

    /// <summary>In code, by itself or as the key or the word of an example.</summary>
    private static bool Says(string key) => Guide.Contains($"`{key}`", StringComparison.Ordinal) || Guide.Contains($"`{key}:", StringComparison.Ordinal)
        || Guide.Contains($": {key}`", StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => Objects(p.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
