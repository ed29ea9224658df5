using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Something done.</summary>
/// <param name="By">The person's name, or the party's where it is no longer known.</param>
public sealed record DoneWorkLine(DateTimeOffset At, string Title, string Number, Label What, string By, string Href);
