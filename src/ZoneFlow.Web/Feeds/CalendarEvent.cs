namespace ZoneFlow.Web.Feeds;

/// <summary>A last day, as an entry of a calendar.</summary>
/// <param name="Uid">The same for as long as the date stands for the same thing, wherever it moves.</param>
/// <param name="Provisional">The date rests on a year whose holidays are not published yet.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description, string Href, bool Provisional);
