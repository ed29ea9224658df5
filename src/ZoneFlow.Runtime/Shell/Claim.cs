using System.Text.Json.Serialization;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Something that only one case may have.</summary>
/// <param name="Confirmed">Whether the case's commit has followed.</param>
public sealed record Claim(CaseId Owner, bool Confirmed)
{
    /// <summary>The part of the case that has it, such as one letter; null where all of the case does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }
}
