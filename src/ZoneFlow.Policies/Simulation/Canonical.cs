using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZoneFlow.Policies.Simulation;

/// <summary>One text for one value, for comparing states and journals: records that hold collections do not compare by content.</summary>
public static class Canonical
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);
}
