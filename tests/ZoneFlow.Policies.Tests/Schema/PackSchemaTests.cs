using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Tests.Linting;

namespace ZoneFlow.Policies.Tests.Schema;

/// <summary>
/// The schema that editors use against the reader, both ways. An unknown key is planted in every map of a pack: the reader's problem lists
/// the keys it takes there, and those must be the keys that the schema takes there. The packs together reach every key of the schema.
/// </summary>
public sealed partial class PackSchemaTests
{
    private const string Unknown = "zz-unknown";
    private static readonly JsonSchema Schema = JsonSchema.OfPacks;

    private static readonly Dictionary<string, Dictionary<string, JsonObject>> Packs = ShippedPacks.Names
        .ToDictionary(n => n, n => PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, n)).ToDictionary(f => f.Key, f => PackDocument.Typed(Encoding.UTF8.GetString(f.Value), f.Key)))
        .Append(KeyValuePair.Create("sample", new Dictionary<string, JsonObject> { ["sample.yaml"] = PackDocument.Typed(SamplePack.Text, "sample.yaml") }))
        .Append(KeyValuePair.Create("every-key", new Dictionary<string, JsonObject> { ["every-key.yaml"] = PackDocument.Typed(EveryKey.Text, "every-key.yaml") }))
        .ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Packs.Keys];

    public static TheoryData<string> ShippedFiles =>
        [.. Directory.EnumerateFiles(ShippedPacks.Folder, "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith(".cases.yaml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void APackThatTheReaderTakes_TheSchemaTakes(string name)
    {
        Assert.Empty(PackDocument.Read(Packs[name]).Problems);
        Assert.Empty(Packs[name].SelectMany(f => Schema.Wrong(Schema.Root, f.Value, f.Key)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnUnknownKeyInAnyMap_IsRefusedByBoth_AndBothTakeTheSameKeysThere(string name)
    {
        var planted = Packs[name].ToDictionary(f => f.Key, f => (JsonObject)f.Value.DeepClone());
        var taken = planted.SelectMany(f => Closed(Schema.Root, f.Value, "").Select(c => (File: f.Key, c.Path, c.Map, Keys: Allowed(c.Schema, c.Map), c.Schema))).ToList();
        taken.ForEach(t => t.Map[Unknown] = "x");

        var messages = PackDocument.Read(planted).Problems.Select(p => (p.File, Match: Refusal().Match(p.Message))).Where(p => p.Match.Success)
            .ToLookup(p => (p.File, Here(p.Match.Groups[1].Value)), p => p.Match.Groups[2].Value.Split(", "));

        Assert.True(taken.Count > 50);
        foreach (var (file, path, map, keys, schema) in taken)
        {
            Assert.False(Schema.Accepts(schema, map), $"The schema accepts an unknown key at {file} {path}.");
            var reader = messages[(file, path)].FirstOrDefault();
            Assert.True(reader is not null, $"The reader accepts an unknown key at {file} {path}.");
            var (missing, extra) = (reader.Except(keys).ToList(), keys.Except(reader).ToList());
            Assert.True(missing.Count + extra.Count == 0, $"At {file} {path} the schema lacks [{string.Join(", ", missing)}] and the reader does not take [{string.Join(", ", extra)}].");
        }
    }

    [Fact]
    public void EveryKeyOfTheSchema_IsReachedBySomePack()
    {
        var reached = Packs.Values.SelectMany(f => f.Values).SelectMany(d => Closed(Schema.Root, d, "", ofOneKey: true))
            .SelectMany(c => OneKey(c.Schema) ? c.Map.Select(m => (c.Schema, m.Key)) : Allowed(c.Schema, c.Map).Select(k => (c.Schema, Key: k))).ToHashSet();
        var all = Objects(Schema.Root).Where(o => o["properties"] is JsonObject && IsClosed(o)).SelectMany(o => o["properties"]!.AsObject().Select(p => (o, p.Key)));

        Assert.Empty(all.Where(k => !reached.Contains(k)).Select(k => $"{k.o["description"]}: {k.Key}"));
    }

    [Theory]
    [InlineData("step", "step", "{flag: raised}")]
    [InlineData("guard", "condition", "{past: ended}")]
    public void AStepOrACondition_IsOneOfTheSameClosedList(string definition, string word, string sound)
    {
        Assert.Contains(sound, EveryKey.Text, StringComparison.Ordinal);

        var read = PackFolder.ReadFiles(new Dictionary<string, byte[]> { ["a.yaml"] = Encoding.UTF8.GetBytes(EveryKey.Text.Replace(sound, $"{{{Unknown}: x}}", StringComparison.Ordinal)) });

        var message = Assert.Single(read.Problems, p => p.Message.StartsWith($"There is no {word} '{Unknown}'; there are: ", StringComparison.Ordinal)).Message;
        Assert.Equal(
            Schema.Definition(definition)["properties"]!.AsObject().Select(p => p.Key).Order(), message[(message.IndexOf("are: ", StringComparison.Ordinal) + 5)..^1].Split(", ").Order());
    }

    /// <summary>Another word in the place of one of a closed list: the reader's problem lists the words, and the schema lists the same.</summary>
    [Fact]
    public void EveryClosedListOfWords_IsTheSameInBoth()
    {
        var documents = new Dictionary<string, JsonObject> { ["every-key.yaml"] = Packs["every-key"]["every-key.yaml"] };
        var tested = new HashSet<JsonObject>();
        foreach (var (path, key, words) in Worded(documents["every-key.yaml"]).Where(w => tested.Add(w.Words)).ToList())
        {
            var planted = (JsonObject)documents["every-key.yaml"].DeepClone();
            At(planted, path)[key] = Unknown;
            var expected = words["enum"]!.AsArray().Select(w => w!.ToString()).Order(StringComparer.Ordinal).ToList();

            var said = PackDocument.Read(new Dictionary<string, JsonObject> { ["every-key.yaml"] = planted }).Problems.Select(p => Said(p.Message)).ToList();

            Assert.True(said.Any(s => s.SequenceEqual(expected)), $"{path}.{key}: the schema has {string.Join(", ", expected)}; the reader has {string.Join(" | ", said.Select(s => string.Join(", ", s)))}.");
        }
        Assert.True(tested.Count >= 20, $"{tested.Count}");
    }

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void AShippedFile_NamesTheSchemaForEditors(string path)
    {
        Assert.Equal("# yaml-language-server: $schema=../../pack.schema.json", File.ReadLines(path).First());
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "pack.schema.json")));
    }

    private static IEnumerable<string> Said(string message)
    {
        var words = message.Contains(" must be '", StringComparison.Ordinal) ? Quoted().Matches(message[message.IndexOf(" must be ", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)
            : message.IndexOf("there are: ", StringComparison.Ordinal) is var at and >= 0 ? message[(at + 11)..^1].Split(", ") : [];
        return words.Order(StringComparer.Ordinal);
    }

    /// <summary>The keys that a map may have as it stands: a conditional key only where its condition holds.</summary>
    private static List<string> Allowed(JsonObject schema, JsonObject map) =>
        [.. schema["properties"]!.AsObject().Select(p => p.Key).Where(k => k != Unknown && (schema["dependencies"]?[k] is not JsonObject condition || Schema.Accepts(condition, With(map, k))))];

    private static JsonObject With(JsonObject map, string key)
    {
        var with = (JsonObject)map.DeepClone();
        with[key] ??= "x";
        return with;
    }

    /// <summary>Every map of a document whose keys are a closed list, with its schema.</summary>
    private static IEnumerable<(string Path, JsonObject Map, JsonObject Schema)> Closed(JsonObject schema, JsonNode? value, string path, bool ofOneKey = false)
    {
        foreach (var applied in Applied(schema, value))
        {
            if (value is JsonObject map)
            {
                if (IsClosed(applied) && (ofOneKey || !OneKey(applied)))
                {
                    yield return (path, map, applied);
                }
                foreach (var (key, child) in map.ToList())
                {
                    if ((applied["properties"]?[key] ?? applied["additionalProperties"]) is JsonObject below)
                    {
                        foreach (var found in Closed(below, child, path.Length > 0 ? $"{path}.{key}" : key, ofOneKey))
                        {
                            yield return found;
                        }
                    }
                }
            }
            else if (value is JsonArray list && applied["items"] is JsonObject each)
            {
                foreach (var found in list.SelectMany((item, i) => Closed(each, item, $"{path}[{i + 1}]", ofOneKey)))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>The schemas behind references and choices that say something of a value's parts.</summary>
    private static IEnumerable<JsonObject> Applied(JsonObject schema, JsonNode? value)
    {
        var at = Schema.Resolve(schema);
        var nested = (at["allOf"] as JsonArray ?? []).Concat((at["anyOf"] as JsonArray ?? []).Where(c => Schema.Accepts(c!.AsObject(), value)));
        return nested.SelectMany(n => Applied(n!.AsObject(), value)).Where(s => s.ContainsKey("items") || s.ContainsKey("additionalProperties"))
            .Concat(at.ContainsKey("items") || at.ContainsKey("additionalProperties") ? [at] : []);
    }

    private static bool IsClosed(JsonObject schema) => schema["additionalProperties"] is JsonValue;

    private static bool OneKey(JsonObject schema) => schema.ContainsKey("maxProperties");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => Objects(p.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    /// <summary>Every scalar whose schema is a list of words.</summary>
    private static IEnumerable<(string Path, string Key, JsonObject Words)> Worded(JsonObject document) =>
        from found in Closed(Schema.Root, document, "")
        from entry in found.Map
        where entry.Value is JsonValue
        let schema = found.Schema["properties"]![entry.Key] as JsonObject
        where schema is not null
        let words = Schema.Resolve((schema["allOf"] as JsonArray)?.Single()!.AsObject() ?? schema)
        where words["enum"] is JsonArray
        select (found.Path, entry.Key, words);

    private static JsonObject At(JsonObject document, string path)
    {
        JsonNode at = document;
        foreach (Match step in Steps().Matches(path))
        {
            at = (step.Groups[2].Success ? at.AsArray()[int.Parse(step.Groups[2].Value) - 1] : at.AsObject()[step.Groups[1].Value])!;
        }
        return at.AsObject();
    }

    private static string Here(string said) => said is "the file" or "A pack" ? "" : said;

    [GeneratedRegex($"^(.*) has no key '{Unknown}'; it may have: (.*)\\.$")]
    private static partial Regex Refusal();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"([^.\[\]]+)|\[([0-9]+)\]")]
    private static partial Regex Steps();
}
