using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Grants a role. Posted: <c>role</c>, <c>region</c>, <c>from</c>, <c>until</c>.</summary>
public sealed record GrantRoleForm(
    string Action, PostTokens Tokens, IReadOnlyList<Option> Roles, IReadOnlyList<Option> Regions, string Role, string Region, string From, string Until);
