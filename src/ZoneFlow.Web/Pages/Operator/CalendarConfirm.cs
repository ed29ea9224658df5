using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>The form that does what was shown.</summary>
public sealed record CalendarConfirm(string Action, string Name, string Value, PostTokens Tokens);
