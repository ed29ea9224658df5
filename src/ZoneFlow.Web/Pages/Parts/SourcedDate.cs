using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A date by which something is due, with what stands behind it.</summary>
/// <param name="Late">The day has passed with the thing not done.</param>
/// <param name="WorkingDaysLeft">Working days from today to the day, both excluding today and including the day; negative when late; null where not counted.</param>
/// <param name="Explain">Where the computation is shown.</param>
public sealed record SourcedDate(DateOnly Day, Source Source, bool Provisional, bool Late, int? WorkingDaysLeft, string? Explain);
