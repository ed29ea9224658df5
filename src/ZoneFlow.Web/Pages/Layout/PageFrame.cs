using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Web.Pages.Layout;

/// <summary>What stands around every page.</summary>
/// <param name="Office">The deciding office's name.</param>
/// <param name="Viewer">Who is signed in; null for the public and for whoever opened an emailed link.</param>
/// <param name="Demo">The demonstration's banner; null on a real installation.</param>
public sealed record PageFrame(string Office, Viewer? Viewer, DemoBanner? Demo)
{
    /// <summary>The signed root last made over all journals; null before the first.</summary>
    public DailyRoot? Root { get; init; }

    public TextSize Size { get; init; }

    /// <summary>Leaves out the English that stands beside the Chinese.</summary>
    public bool ChineseAlone { get; init; }

    /// <summary>Where a reader comes back to who changes how it is shown.</summary>
    public string Here { get; init; } = SitePaths.Home;
}
