using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>JSON values as the texts a form would have sent, so that both are read in one way.</summary>
public static class ApiValues
{
    public static Typed Typed(ImmutableSortedDictionary<string, JsonElement>? values)
    {
        var typed = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in values ?? ImmutableSortedDictionary<string, JsonElement>.Empty)
        {
            if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Object))
            {
                AddRows(typed, name, value);
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                // Values by indicator: {"values": {"agencies": 12}}.
                foreach (var part in value.EnumerateObject())
                {
                    typed[$"{name}.{part.Name}"] = [Text(part.Value)];
                }
            }
            else
            {
                typed[name] = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];
            }
        }

        return new Typed(typed);
    }

    private static void AddRows(Dictionary<string, ImmutableArray<string>> typed, string name, JsonElement rows)
    {
        foreach (var (row, i) in rows.EnumerateArray().Select((r, i) => (r, i)))
        {
            foreach (var cell in row.EnumerateObject())
            {
                typed[$"{name}.{i}.{cell.Name}"] = [Text(cell.Value)];
            }
        }

        if (rows.GetArrayLength() == 0)
        {
            typed[name] = [];
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
