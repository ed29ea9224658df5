namespace ZoneFlow.Web.Pages.Work;

/// <summary>An expert's score of one subject.</summary>
public sealed record ScoreLine(string Expert, string Subject, IReadOnlyList<ScoredCriterion> Scores, string? Opinion, DateTimeOffset At);
