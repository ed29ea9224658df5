using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One zone as it comes before the meeting.</summary>
/// <param name="Place">From 1, equal scores sharing one; null where nothing ranks it.</param>
/// <param name="Tied">Whether another has the same score.</param>
/// <param name="Score">The mean of the experts' weighted scores, to the hundredth; null while there is none.</param>
/// <param name="Sheets">Each expert's own weighted score.</param>
public sealed record MeetingLine(
    int? Place, bool Tied, string Number, string Title, string? Region, string Applicants, decimal? Score, IReadOnlyList<(string Expert, decimal Score)> Sheets,
    Label State, string Href);
