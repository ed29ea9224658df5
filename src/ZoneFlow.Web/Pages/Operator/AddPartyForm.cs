using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Adds a party with its first role and person.</summary>
/// <param name="Regions">All regions; the empty value is none.</param>
public sealed record AddPartyForm(
    string Action, PostTokens Tokens, IReadOnlyList<Option> Roles, IReadOnlyList<Option> Regions,
    string Name, string Code, string Role, string Region, string Person, string Email, Refusal? Refused);
