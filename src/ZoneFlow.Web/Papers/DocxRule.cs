namespace ZoneFlow.Web.Papers;

/// <summary>A line under a paragraph.</summary>
internal enum DocxRule
{
    None,
    Red,
    RedDouble,
}
