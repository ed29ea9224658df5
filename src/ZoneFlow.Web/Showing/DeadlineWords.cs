using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>What a deadline is about and what it is counted from, in words.</summary>
internal static class DeadlineWords
{
    /// <summary>A deadline by its own id, or by the procedure that is held to it.</summary>
    public static Deadline? Find(CaseState state, string id) =>
        Endpoints.DeadlineDays.Find(state, id) ?? (state.Procedure(id) is { } procedure ? StageHolders.DeadlineOf(state, procedure) : null);

    public static Label About(Pack pack, CaseState state, Deadline due)
    {
        if (state.Procedures.FirstOrDefault(p => p.Due?.Id == due.Id) is { } procedure)
        {
            var rule = pack.Procedure(procedure.Name);
            var stage = rule.Stage(procedure.Stage).Label;
            return new Label($"{rule.Label.Zh}：{stage.Zh}", $"{rule.Label.En ?? rule.Label.Zh}: {stage.En ?? stage.Zh}");
        }

        return state.Occurrences.FirstOrDefault(o => o.Due.Id == due.Id) is { } owed ? Owed(pack, owed) : new Label(due.Id, due.Id);
    }

    public static Label Owed(Pack pack, Occurrence owed)
    {
        var duty = pack.Duty(owed.Duty).Label;
        return owed.Key.Length > 0 && char.IsAsciiDigit(owed.Key[0])
            ? new Label($"{duty.Zh}（{owed.Key}）", $"{duty.En ?? duty.Zh} ({owed.Key})")
            : duty;
    }

    public static Label Anchor(Pack pack, Deadline due) => due switch
    {
        { Budget: null } => new Label("规定的日期", "The date that is set"),
        { Anchor: null } => new Label("进入本环节之日", "The day the stage was entered"),
        { Anchor: var mark } => Mark(pack, mark),
    };

    public static Label Mark(Pack pack, string mark) =>
        pack.MarkLabels.TryGetValue(mark, out var label) ? label : pack.Marks.TryGetValue(mark, out var rule) ? rule.Label : new Label(mark, mark);
}
