using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>The receipt for an objection.</summary>
public sealed record ObjectionReceiptModel(
    PageFrame Frame, string Receipt, string NoticeTitle, string NoticeHref, string Entry, DateTimeOffset ReceivedAt, DocumentLine? Attachment) : PageModel(Frame);
