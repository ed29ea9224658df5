using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A letter as issued: its template and the values it was rendered from.</summary>
public sealed record LetterRow(string Template, ImmutableSortedDictionary<string, string> Values, Confided? Reason, DateTimeOffset At, long Entry)
{
    /// <summary>The letter that it corrects, by key; null for a first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Supersedes { get; init; }
}
