using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>A mail as its reader sees it.</summary>
/// <param name="Text">The plain-text part; addresses that begin with http are made links.</param>
public sealed record MailViewModel(
    PageFrame Frame, string From, string To, string Subject, DateTimeOffset At, string MessageId, string Text, string BackHref) : PageModel(Frame);
