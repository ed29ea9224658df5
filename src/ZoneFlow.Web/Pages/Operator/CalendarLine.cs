namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A calendar revision loaded.</summary>
public sealed record CalendarLine(string Revision, bool Current);
