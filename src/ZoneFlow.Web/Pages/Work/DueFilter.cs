namespace ZoneFlow.Web.Pages.Work;

/// <summary>Which tasks a worklist shows.</summary>
public enum DueFilter
{
    All,

    /// <summary>The last day has passed.</summary>
    Late,

    /// <summary>Due by the end of this week, Sunday.</summary>
    Week,
}
