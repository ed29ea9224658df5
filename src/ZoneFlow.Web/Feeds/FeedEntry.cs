namespace ZoneFlow.Web.Feeds;

/// <summary>One thing made public.</summary>
/// <param name="Path">Its page's address below the installation's; with it the entry's permanent id.</param>
public sealed record FeedEntry(string Path, string Title, string Summary, string Author, DateTimeOffset At);
