using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Adds a person. Posted: <c>person</c>, <c>email</c>.</summary>
public sealed record AddPersonForm(string Action, PostTokens Tokens, string Person, string Email);
