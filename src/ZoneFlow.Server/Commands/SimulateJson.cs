using System.Text.Json.Serialization;

namespace ZoneFlow.Server.Commands;

/// <summary>One thing that happened in a simulated life.</summary>
internal sealed record SimulateJson(string At, string Case, long Entry, string Cause, string Did, string Zh, string? En);

[JsonSerializable(typeof(SimulateJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SimulateJsonContext : JsonSerializerContext;
