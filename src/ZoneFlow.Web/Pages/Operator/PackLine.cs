using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A published pack.</summary>
/// <param name="InUse">Whether new cases open under it.</param>
/// <param name="Cases">How many cases run under it.</param>
/// <param name="UseAction">Where the form that puts it in use or takes it out of use is sent.</param>
public sealed record PackLine(
    string Id, string Revision, Label Title, string Issuer, DateOnly? Effective, int Cases, string? DiagramHref, bool InUse, string UseAction, PostTokens Tokens);
