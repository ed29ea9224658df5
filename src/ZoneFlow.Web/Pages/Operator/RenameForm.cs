using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Renames a party from a day on. Posted: <c>new-name</c>, <c>named-from</c>.</summary>
public sealed record RenameForm(string Action, PostTokens Tokens, string Name, string From);
