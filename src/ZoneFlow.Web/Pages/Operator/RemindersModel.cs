using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>The reminders, overdue mails and escalations that went out by themselves, the latest first.</summary>
/// <param name="More">Where the list goes on; null where it does not.</param>
public sealed record RemindersModel(PageFrame Frame, IReadOnlyList<ReminderLine> Lines, string? More) : PageModel(Frame);
