using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Imports;

/// <summary>One row of a roster as read.</summary>
/// <param name="Cell">The cell that is wrong, or the one with the code.</param>
/// <param name="Member">Null where something is wrong.</param>
public sealed record RosterRow(string Cell, string Code, string Name, RosterMember? Member, RosterRowKind Kind, Label? Wrong);
