using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One party.</summary>
public sealed record PartyPageModel(
    PageFrame Frame, string Name, string? Code, IReadOnlyList<DatedName> Names, IReadOnlyList<RoleLine> Roles, IReadOnlyList<PersonLine> People,
    AddPersonForm AddPerson, GrantRoleForm GrantRole, Refusal? Refused) : PageModel(Frame)
{
    public required RenameForm Rename { get; init; }

    /// <summary>Null where no role is held.</summary>
    public EndRoleForm? EndRole { get; init; }
}
