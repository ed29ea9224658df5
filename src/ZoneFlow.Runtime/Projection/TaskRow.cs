using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>An open task as a worklist shows it.</summary>
/// <param name="Last">The last day; null where the stage has no date.</param>
/// <param name="Source">What stands behind the date.</param>
public sealed record TaskRow(
    CaseId Case, string Kind, string Number, string Title, string? Region, string Role, string Procedure, int Visit, Label ProcedureLabel,
    Label StageLabel, DateTimeOffset Since, DateOnly? Last, Source? Source, bool Provisional, bool Missed)
{
    /// <summary>The one person it was handed over to; null where everybody who holds the role has it.</summary>
    public PersonId? Assigned { get; init; }

    public PartyId? AssignedParty { get; init; }
}
