using System.Text.Json.Serialization;

namespace ZoneFlow.Runtime.SendGrid;

/// <summary>One event as the provider writes it; what is not named here is not read.</summary>
internal sealed record SendGridEvent(
    [property: JsonPropertyName("event")] string? Event,
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("email")] string? Email,
    [property: JsonPropertyName("reason")] string? Reason,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("timestamp")] long Timestamp,
    [property: JsonPropertyName(SendGridEvents.MessageArgument)] string? Message);
