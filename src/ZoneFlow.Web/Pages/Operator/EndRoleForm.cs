using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Ends a role that is held. Posted: <c>held</c> as role and region, <c>last</c>.</summary>
public sealed record EndRoleForm(string Action, PostTokens Tokens, IReadOnlyList<Option> Held, string Chosen, string Last);
