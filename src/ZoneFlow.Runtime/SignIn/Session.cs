using System.Text.Json.Serialization;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>A person signed in, found by the hash of the session's token.</summary>
/// <param name="Seen">When it was last used; an idle session ends before it expires.</param>
public sealed record Session(PersonId Person, PartyId Party, DateTimeOffset Began, DateTimeOffset Seen)
{
    /// <summary>What it was begun with, in words: a browser and a system, as far as it said so; null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? With { get; init; }
}
