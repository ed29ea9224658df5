namespace ZoneFlow.Web.Pages.Work;

/// <summary>How many tasks wait, whatever is shown of them.</summary>
/// <param name="Week">Due by the end of this week and not late.</param>
public sealed record TaskCounts(int All, int Late, int Week);
