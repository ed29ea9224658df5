namespace ZoneFlow.Web.Pages.Work;

/// <summary>How many of the reader's own tasks fall due in a month, and how many cases have their next last day in it.</summary>
public sealed record MonthCount(DateOnly First, int Tasks, int Cases);
