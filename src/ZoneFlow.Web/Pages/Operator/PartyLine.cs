namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A party in the list.</summary>
public sealed record PartyLine(string Name, string? Code, IReadOnlyList<RoleLine> Roles, int People, string Href);
