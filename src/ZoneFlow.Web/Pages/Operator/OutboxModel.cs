using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Effects that wait or have been given up on.</summary>
public sealed record OutboxModel(PageFrame Frame, IReadOnlyList<EffectLine> Parked, IReadOnlyList<EffectLine> Pending) : PageModel(Frame)
{
    /// <summary>There are more than are listed.</summary>
    public bool IsCut { get; init; }

    /// <summary>Mails that their provider took and could not deliver, the latest first; empty where none tells.</summary>
    public IReadOnlyList<UndeliveredLine> Undelivered { get; init; } = [];
}
