using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Showing;

/// <summary>Why a page that acts cannot be shown: what it was for is over, has moved on, or is not the reader's.</summary>
internal static class NotOffered
{
    public static Refusal Of(AtWork at, string? procedureId, int? visit)
    {
        if (procedureId is null)
        {
            return NotYours;
        }

        if (at.State.Procedure(procedureId) is not { } procedure)
        {
            return new Refusal("not-running", "该程序已办结或没有在办。", "The procedure is over or is not running.");
        }

        if (visit is null || procedure.Visit == visit)
        {
            return NotYours;
        }

        var stage = at.Pack.Procedure(procedure.Name).Stage(procedure.Stage).Label;
        var since = CivilDate.Of(procedure.Entered);
        return new Refusal(
            "moved-on", $"该事项已有变化：现处于“{stage.Zh}”环节（{since:yyyy-MM-dd}起）。请重新打开后办理。",
            $"The case has moved on: it has been at \"{stage.En ?? stage.Zh}\" since {since:yyyy-MM-dd}. Open it again.");
    }

    private static Refusal NotYours { get; } = new("not-yours", "您目前不能办理此操作。", "This is not yours to do now.");
}
