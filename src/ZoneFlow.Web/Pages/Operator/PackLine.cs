using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A pack in use.</summary>
public sealed record PackLine(string Id, string Revision, Label Title, string Issuer, DateOnly? Effective, int Cases, string? DiagramHref);
