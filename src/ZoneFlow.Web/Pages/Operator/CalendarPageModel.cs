using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>The working calendar: what is known, one year of it, and what a new notice would move.</summary>
/// <param name="Year">The year shown.</param>
/// <param name="AsOf">What was known on that day; null for what is known now.</param>
/// <param name="Provisional">The year shown rests on the published principle alone.</param>
/// <param name="Regions">Regions that have days off of their own, with the one that is counted.</param>
/// <param name="Text">The file as it was pasted, to be put right.</param>
/// <param name="Said">What came of what was just asked.</param>
public sealed record CalendarPageModel(
    PageFrame Frame, string Revision, DateOnly OfficialThrough, int Year, DateOnly? AsOf, bool Provisional, IReadOnlyList<RevisionLine> Revisions,
    IReadOnlyList<DaysLine> Days, IReadOnlyList<string> Regions, string? Region, PostTokens Tokens, string Text, Refusal? Refused, CalendarMoves? Moves,
    IReadOnlyList<string> Said) : PageModel(Frame);
