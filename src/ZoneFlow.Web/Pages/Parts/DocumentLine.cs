using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A document that was filed.</summary>
/// <param name="By">Who filed it; null on public pages.</param>
/// <param name="Href">Where it is downloaded; null where this reader may not, or its content is gone.</param>
/// <param name="Pending">It has not been scanned yet (待检测).</param>
public sealed record DocumentLine(
    Label Slot, int Version, string Name, long Size, ContentHash Hash, string? By, DateTimeOffset At, string? Href, bool Pending)
{
    /// <summary>The page that shows it; null where nothing of it is shown.</summary>
    public string? Preview { get; init; }

    /// <summary>Where its small picture is; null for what is no picture, which has its kind as a plain symbol.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>Its kind in a few letters.</summary>
    public string? Symbol { get; init; }

    /// <summary>Its content was deleted; null while it is there.</summary>
    public DeletedNote? Deleted { get; init; }

    /// <summary>It was found infected after it had been filed.</summary>
    public bool Infected { get; init; }
}
