namespace ZoneFlow.Web.Pages.Layout;

/// <summary>How large everything is shown.</summary>
public enum TextSize
{
    Ordinary,

    /// <summary>For older readers (适老版).</summary>
    Large,

    /// <summary>For those to whom that is still small: body text of 30 px on a desk.</summary>
    Largest,
}
