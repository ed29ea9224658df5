using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>What another calendar moves.</summary>
/// <param name="Confirm">Loads it; null where it has been done.</param>
public sealed record CalendarMoves(IReadOnlyList<string> Days, IReadOnlyList<MoveLine> Lines, IReadOnlyList<string> Parked, CalendarConfirm? Confirm);

/// <summary>The form that does what was shown.</summary>
public sealed record CalendarConfirm(string Action, string Name, string Value, PostTokens Tokens);
