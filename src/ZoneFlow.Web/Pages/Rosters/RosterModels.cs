using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Rosters;

/// <summary>One number counted from a roster today.</summary>
public sealed record RosterNumber(Label Title, string Value);

/// <summary>A watched condition as it stands today.</summary>
/// <param name="Turns">The day on which it will no longer be met, from the days filed so far; null where none is known.</param>
public sealed record WatchedLine(Label Title, string Cited, bool Met, DateOnly? Since, DateOnly? Turns);

/// <summary>One stay of one body.</summary>
/// <param name="Values">What the columns say, in their order.</param>
public sealed record MemberLine(string Code, string Name, DateOnly From, DateOnly? Until, bool CountsNow, IReadOnlyList<string> Values);

/// <summary>One filing, in a line.</summary>
public sealed record FiledLine(DateTimeOffset At, string By, Label What);

/// <summary>What a table would do, by kind of row, with the rows that need looking at.</summary>
/// <param name="Absent">How many are on the roster now and not in the table.</param>
public sealed record RosterReading(IReadOnlyDictionary<RosterRowKind, int> Counts, IReadOnlyList<RosterRow> Rows, int Hidden, int Absent);

/// <summary>What of a roster is shown, and by which address.</summary>
/// <param name="All">Those who have left as well.</param>
public sealed record RosterPart(IReadOnlyList<MemberLine> Members, int Count, bool All, string OtherHref, string? Next);

/// <summary>What waits to be filed, from the table read last.</summary>
/// <param name="Digest">What the form must name, so that nothing else is filed than what was shown.</param>
public sealed record RosterWaiting(int Count, string Digest);

/// <summary>A roster (名录): its numbers, the conditions they stand for, its members, and the way to change it by a table.</summary>
/// <param name="Columns">The titles of the columns beside code, name and days.</param>
/// <param name="Tokens">What the forms are bound to; null for whoever may only look.</param>
public sealed record RosterPageModel(
    PageFrame Frame, CaseHead Case, Label Title, string Cited, string Href, IReadOnlyList<RosterNumber> Numbers, IReadOnlyList<WatchedLine> Watched,
    IReadOnlyList<Label> Columns, RosterPart Part, IReadOnlyList<FiledLine> Filed, PostTokens? Tokens, RosterReading? Read, RosterWaiting? Waiting, Refusal? Refused) : PageModel(Frame);
