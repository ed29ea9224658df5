using System.Text.Json.Serialization;

namespace ZoneFlow.Server.Commands;

/// <summary>What <c>deadline --json</c> prints; <c>Days</c> only with <c>--explain</c>.</summary>
internal sealed record DeadlineJson(
    string Last, string DueAt, bool Provisional, string Calendar, string? EarliestPossible, IReadOnlyList<DeadlineJson.Day>? Days)
{
    internal sealed record Day(string Date, string Step, int? Number, string Kind, string? Festival);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadlineJson))]
internal sealed partial class DeadlineJsonContext : JsonSerializerContext;
