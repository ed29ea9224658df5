using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>What a party's case holds besides: its names and roles with their dates, and its people.</summary>
/// <param name="Code">统一社会信用代码, or null where it has none.</param>
public sealed record PartyFacts(
    string? Code,
    ImmutableArray<DatedName> Names,
    ImmutableArray<DatedRole> Roles,
    ImmutableArray<PersonOfParty> People)
{
    public string NameOn(DateOnly day) => Names.Where(n => n.From <= day).Select(n => n.Name).LastOrDefault() ?? Names[0].Name;

    public IEnumerable<RoleGrant> RolesOn(DateOnly day) =>
        Roles.Where(r => r.From <= day && (r.Until is null || day <= r.Until)).Select(r => new RoleGrant(r.Role, r.Region));
}
