namespace ZoneFlow.Web.Showing;

/// <summary>A demonstration's clock, which its head moves.</summary>
/// <param name="MoveToAsync">Moves it forward to an instant, and answers once all that has come due by then has been done, mails included.</param>
public sealed record DemoClock(Func<DateTimeOffset, Task> MoveToAsync);
