using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ZoneFlow.Core.Cases;

/// <summary>Procedures of one round that differ in nothing but the item they are about: only the first stands in the stored state.</summary>
/// <param name="First">The first one's id.</param>
/// <param name="Items">The items of the others, in their order.</param>
public sealed record AlikeRun(string First, ImmutableArray<string> Items)
{
    /// <summary>How often the others have been asked again, where the first was asked for all of them; null where as often as it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Asked { get; init; }
}
