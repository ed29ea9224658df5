namespace ZoneFlow.Web.Pages.Operator;

/// <summary>What another calendar moves.</summary>
/// <param name="Confirm">Loads it; null where it has been done.</param>
public sealed record CalendarMoves(IReadOnlyList<string> Days, IReadOnlyList<MoveLine> Lines, IReadOnlyList<string> Parked, CalendarConfirm? Confirm);
