namespace ZoneFlow.Web.Pages.Layout;

/// <summary>What a page is built from.</summary>
public abstract record PageModel(PageFrame Frame);
