namespace ZoneFlow.Core.Cases;

/// <summary>A value with what stands behind it: who entered it and who confirmed it.</summary>
/// <param name="Words">What was said of a narrative indicator.</param>
/// <param name="Procedure">The report it came in, whose documents are its evidence.</param>
/// <param name="Plan">The version of the plan in force when it was reported; null where there was none but the pack.</param>
/// <param name="Late">Whether its report first came after its due date.</param>
public sealed record LedgerValue(
    MeasuredValue Value, string? Words, string Procedure, PartyId? EnteredBy, DateTimeOffset EnteredAt, PartyId? ConfirmedBy, DateTimeOffset? ConfirmedAt,
    int? Plan, bool Late);
