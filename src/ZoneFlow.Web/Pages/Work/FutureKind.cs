namespace ZoneFlow.Web.Pages.Work;

/// <summary>What a future date is.</summary>
public enum FutureKind
{
    Due,
    Opens,
    Mark,
    Reminder,
}
