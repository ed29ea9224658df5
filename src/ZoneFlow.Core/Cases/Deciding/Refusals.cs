using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The refusals that more than one place gives, in one wording.</summary>
internal static class Refusals
{
    public static Refusal NoSuchCase { get; } = new("no-such-case", "没有这个事项。", "There is no such case.");

    public static Refusal AlreadyOpen { get; } = new("already-open", "该事项已经建立。", "The case is already open.");

    public static Refusal NotRunning(string procedure) =>
        new("not-running", $"该程序（{procedure}）没有在办。", $"The procedure {procedure} is not running.");

    public static Refusal NotYours(Label what, Source? source) =>
        new("not-yours", $"您在本事项中无权办理“{what.Zh}”。", $"\"{what.En ?? what.Zh}\" is not yours to do in this case.", source);

    public static Refusal NoSuchAction(string action, Label stage) =>
        new("no-such-action", $"当前环节“{stage.Zh}”没有操作“{action}”。", $"The stage \"{stage.En ?? stage.Zh}\" has no action \"{action}\".");

    public static Refusal Moved(Label stage, DateTimeOffset since)
    {
        var day = CivilDate.Of(since);
        return new(
            "moved-on",
            $"该事项已有变化：现处于“{stage.Zh}”环节（{day:yyyy-MM-dd}起）。请重新打开后办理。",
            $"The case has moved on: it has been at \"{stage.En ?? stage.Zh}\" since {day:yyyy-MM-dd}. Open it again.");
    }

    /// <summary>What weighs is done with a code of this half-minute; null where one was proved.</summary>
    public static Refusal? WithoutSecondFactor(Turn turn) => turn.Signal.Actor.SecondFactor
        ? null
        : new("second-factor", "此操作须输入动态验证码。", "This action needs a time-based code.");

    public static Refusal Blocked(Label action, Label by) =>
        new("blocked", $"“{by.Zh}”正在进行，期间不能办理“{action.Zh}”。", $"\"{action.En ?? action.Zh}\" is held while \"{by.En ?? by.Zh}\" runs.");

    public static Refusal Of(string rule, string zh, string en, Source? source, IEnumerable<RefusalDetail> details) =>
        new(rule, new Label(zh, en), source, [.. details]);
}
