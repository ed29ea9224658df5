using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A pack that was posted, and what it would take the place of.</summary>
/// <param name="InUse">The revision in use for new cases; null where the policy is new here.</param>
public sealed record PublishFound(Label Title, string Issuer, string Id, string Hash, string? InUse, int Files);
