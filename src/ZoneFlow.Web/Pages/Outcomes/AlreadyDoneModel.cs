using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>The same again: the first answer (已于…办理).</summary>
public sealed record AlreadyDoneModel(PageFrame Frame, CaseHead Case, Label What, string? By, DateTimeOffset At, string? CaseHref) : PageModel(Frame)
{
    /// <summary>Whether somebody else did it before the reader could.</summary>
    public bool ByAnother { get; init; }
}
