using System.Text.Json.Serialization;

namespace ZoneFlow.Core.Cases;

/// <summary>A document as it was filed: its slot, its version there, and its content by hash.</summary>
/// <param name="Version">From 1, given when it is filed; a signal brings 0.</param>
/// <param name="Name">The file's name, which may hold a person's.</param>
/// <param name="Size">In bytes.</param>
public sealed record FiledDocument(string Slot, int Version, ContentHash Content, Confided Name, string MediaType, long Size)
{
    /// <summary>The code of the print that this is the sealed scan of; null for any other document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Print { get; init; }
}
