using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Tests.Schema;

/// <summary>A pack's file as an editor sees it (YAML 1.2, typed) and as the reader does (every scalar a text).</summary>
internal static partial class PackDocument
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Typed(string yaml, string file)
    {
        var problems = new ProblemList();
        var root = YamlDocumentReader.Read(yaml, file, problems);
        Assert.True(root is not null && problems.Count == 0, problems.ToString());
        return Typed(root)!.AsObject();
    }

    /// <summary>Reads documents with the pack's reader; JSON is YAML too.</summary>
    public static PackReading Read(IReadOnlyDictionary<string, JsonObject> documents) =>
        PackFolder.ReadFiles(documents.ToDictionary(d => d.Key, d => Encoding.UTF8.GetBytes(Texts(d.Value)!.ToJsonString(Relaxed))));

    private static JsonNode? Typed(YamlNode node)
    {
        if (node.IsMap)
        {
            return new JsonObject(node.Entries.Select(e => KeyValuePair.Create(e.Key, Typed(e.Value))));
        }

        return node.IsList ? new JsonArray([.. node.Items.Select(Typed)]) : node.Text switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            var text when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
            var text => JsonValue.Create(text),
        };
    }

    private static JsonNode? Texts(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, Texts(e.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Texts)]),
        JsonValue value => JsonValue.Create(value.ToString()),
        _ => null,
    };

    [GeneratedRegex("^-?[0-9]+(\\.[0-9]+)?$")]
    private static partial Regex Number();
}
