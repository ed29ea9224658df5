using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The zones of a round with their scores and places, as they go before the meeting. For the deciding office alone.</summary>
/// <param name="Ranked">Whether the ranking is recorded; until then the order follows the scores given so far.</param>
/// <param name="Quota">How many may be chosen; null where nothing limits it.</param>
/// <param name="TiesToMeeting">Whether the policy leaves equals to the meeting.</param>
/// <param name="Weights">What the score is made of, in words; null where each expert gives one score.</param>
public sealed record MeetingListModel(
    PageFrame Frame, CaseHead Case, IReadOnlyList<MeetingLine> Lines, bool Ranked, decimal? Quota, bool TiesToMeeting, Label? Weights, DateOnly Today,
    string Href, string BackHref) : PageModel(Frame);
