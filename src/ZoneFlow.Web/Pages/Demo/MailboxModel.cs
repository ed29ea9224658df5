using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>Every mail that was sent, newest first.</summary>
public sealed record MailboxModel(PageFrame Frame, IReadOnlyList<MailLine> Mails) : PageModel(Frame);
