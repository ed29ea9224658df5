using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Drawing;

/// <summary>A pack's parts as short Chinese words on a diagram.</summary>
internal static class Words
{
    public static string Role(Pack pack, string role) => role switch
    {
        ActorRule.Opener => "启动人",
        ActorRule.Returner => "退回环节办理人",
        _ => pack.Roles.TryGetValue(role, out var rule) ? rule.Label.Zh : role,
    };

    public static string Who(Pack pack, ActorRule by) => string.Join(by.All ? "、" : "或", by.Roles.Select(r => Role(pack, r)));

    public static string Length(Period period) => period.Unit switch
    {
        PeriodUnit.Days => $"{period.Count}日",
        PeriodUnit.WorkingDays => $"{period.Count}个工作日",
        PeriodUnit.Months => $"{period.Count}个月",
        PeriodUnit.Years => $"{period.Count}年",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Mark(Pack pack, string mark) => pack.MarkLabels.TryGetValue(mark, out var label) ? label.Zh : mark;

    public static string? Due(Pack pack, DueRule due) => due switch
    {
        DueRule.Within { Budget: { } budget } w => $"{(w.From is { } from ? $"自{Mark(pack, from)}起" : "")}{Length(budget)}内{Effect(w.Source)}",
        DueRule.Within w => $"{(w.From is { } from ? $"自{Mark(pack, from)}起" : "")}所定期限内{Effect(w.Source)}",
        DueRule.At at => $"{Mark(pack, at.Mark)}前{Effect(at.Source)}",
        DueRule.ByDuty => "按所报事项的期限",
        DueRule.None none => $"不设期限，每{Length(none.AskAgain)}提醒",
        _ => null,
    };

    public static string Effect(Source source) => source.Effect == LegalEffect.Statutory ? "（法定）" : "（规范）";

    public static string Schedule(Pack pack, DutySchedule schedule) => schedule switch
    {
        DutySchedule.Once { OpensBefore: { } before } once => $"{Mark(pack, once.From)}前{Length(before)}启动，后{Length(once.Within)}内",
        DutySchedule.Once once => $"自{Mark(pack, once.From)}起{Length(once.Within)}内",
        DutySchedule.Yearly yearly => $"每年{Day(yearly.Opens)}至{Day(yearly.By)}",
        DutySchedule.PartYearly parts => string.Join('、', parts.Opens.Zip(parts.By, (o, b) => $"{Day(o)}至{Day(b)}")),
        DutySchedule.EveryYears years => $"每{years.Years}年，{Day(years.Opens)}至{Day(years.By)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A year without a 29 February shows what "the last day" is in most years.
    private static string Day(MonthDay day) => day.In(2026) is var date && day.In(2028).Day != date.Day ? $"{date.Month}月底" : $"{date.Month}月{date.Day}日";
}
