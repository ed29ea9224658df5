namespace ZoneFlow.Web.Pages.Work;

/// <summary>One subject to score, by criteria or by one score overall.</summary>
public sealed record ScoreSubject(string Key, string Title, string? Href, IReadOnlyList<ScoreEntry> Scores, string Opinion, DateTimeOffset? ScoredAt);
