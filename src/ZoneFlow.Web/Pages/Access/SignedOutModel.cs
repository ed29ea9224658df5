using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Access;

public sealed record SignedOutModel(PageFrame Frame) : PageModel(Frame);
