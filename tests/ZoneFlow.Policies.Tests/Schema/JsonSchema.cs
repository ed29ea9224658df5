using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ZoneFlow.Policies.Tests.Schema;

/// <summary>The part of JSON Schema (draft 7) that <c>pack.schema.json</c> uses; a keyword outside it throws.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    public static JsonSchema OfPacks { get; } =
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", "pack.schema.json")))!.AsObject());

    public JsonObject Root => root;

    public JsonObject Definition(string name) => root["definitions"]![name]!.AsObject();

    /// <summary>The schema itself, where it is more than a reference.</summary>
    public JsonObject Resolve(JsonObject schema) => schema["$ref"] is { } to ? Definition(to.GetValue<string>()["#/definitions/".Length..]) : schema;

    public bool Accepts(JsonObject schema, JsonNode? value) => !Wrong(schema, value, "").Any();

    /// <summary>What a document has against the schema, each with its place.</summary>
    public IEnumerable<string> Wrong(JsonObject schema, JsonNode? value, string at) =>
        schema.Where(k => k.Key != "properties").SelectMany(k => Wrong(schema, k.Key, k.Value!, value, at)).Concat(Children(schema, value, at));

    private IEnumerable<string> Wrong(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at)
    {
        switch (keyword)
        {
            case "description" or "title" or "$schema" or "$id" or "definitions" or "then" or "additionalProperties" or "items":
                return [];
            case "$ref":
                return Wrong(Resolve(schema), value, at);
            case "type":
                return Says(Types(rule).Any(t => Is(t, value)), at, $"is no {rule.ToJsonString()}");
            case "enum":
                return Says(rule.AsArray().Any(r => JsonNode.DeepEquals(r, value)), at, $"is none of {rule.ToJsonString()}");
            case "pattern":
                return Says(value is not JsonValue v || v.GetValueKind() != JsonValueKind.String || Regex.IsMatch(v.GetValue<string>(), rule.GetValue<string>()), at, $"is not {rule}");
            case "required":
                return rule.AsArray().Where(r => value is JsonObject o && !o.ContainsKey(r!.GetValue<string>())).Select(r => $"{at} lacks {r}");
            case "propertyNames":
                return value is JsonObject named ? named.SelectMany(p => Wrong(rule.AsObject(), JsonValue.Create(p.Key), $"{at}.{p.Key}")) : [];
            case "minProperties":
                return Says(value is not JsonObject many || many.Count >= rule.GetValue<int>(), at, "has too few keys");
            case "maxProperties":
                return Says(value is not JsonObject few || few.Count <= rule.GetValue<int>(), at, "has too many keys");
            case "minItems":
                return Says(value is not JsonArray list || list.Count >= rule.GetValue<int>(), at, "has too few items");
            case "maxItems":
                return Says(value is not JsonArray long_ || long_.Count <= rule.GetValue<int>(), at, "has too many items");
            case "allOf":
                return rule.AsArray().SelectMany(r => Wrong(r!.AsObject(), value, at));
            case "anyOf":
                return Says(rule.AsArray().Any(r => Accepts(r!.AsObject(), value)), at, $"is none of these: {string.Join(" | ", rule.AsArray().SelectMany(r => Wrong(r!.AsObject(), value, at)))}");
            case "not":
                return Says(!Accepts(rule.AsObject(), value), at, $"must not be {rule.ToJsonString()}");
            case "if":
                return Accepts(rule.AsObject(), value) ? Wrong(schema["then"]!.AsObject(), value, at) : [];
            case "dependencies":
                return value is JsonObject has ? rule.AsObject().Where(d => has.ContainsKey(d.Key)).SelectMany(d => Wrong(d.Value!.AsObject(), value, $"{at} ({d.Key})")) : [];
            default:
                throw new NotSupportedException(keyword);
        }
    }

    private IEnumerable<string> Children(JsonObject schema, JsonNode? value, string at)
    {
        if (value is JsonArray list && schema["items"] is JsonObject each)
        {
            return list.SelectMany((item, i) => Wrong(each, item, $"{at}[{i + 1}]"));
        }

        if (value is not JsonObject map)
        {
            return [];
        }

        var known = schema["properties"] as JsonObject;
        var other = schema["additionalProperties"];
        return map.SelectMany(p => known?[p.Key] is JsonObject rule ? Wrong(rule, p.Value, $"{at}.{p.Key}")
            : other is JsonObject any ? Wrong(any, p.Value, $"{at}.{p.Key}")
            : other?.GetValueKind() == JsonValueKind.False ? [$"{at} has no key {p.Key}"] : []);
    }

    private static IEnumerable<string> Says(bool isSo, string at, string otherwise) => isSo ? [] : [$"{at} {otherwise}"];

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()),
        _ => throw new NotSupportedException(type),
    };
}
