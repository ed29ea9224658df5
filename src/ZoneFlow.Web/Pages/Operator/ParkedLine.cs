using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A parked case.</summary>
public sealed record ParkedLine(string Number, string Title, DateTimeOffset Since, string Error, string? Href, string ResumeAction, PostTokens Tokens);
