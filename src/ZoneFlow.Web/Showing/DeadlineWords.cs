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
            return Stage(pack.Procedure(procedure.Name), procedure.Stage);
        }

        // What runs no more is known by its deadline's id alone.
        if (due.Id.Split('/') is [var duty, var key] && pack.Duties.Any(d => d.Name == duty))
        {
            return Owed(pack, duty, key);
        }

        if (due.Id.Split('/') is [var name, _, var stage, _] && pack.Procedures.FirstOrDefault(p => p.Name == name) is { } past)
        {
            return Stage(past, stage);
        }

        return new Label(due.Id, due.Id);
    }

    private static Label Stage(ProcedureRule rule, string stage)
    {
        var label = rule.Stage(stage).Label;
        return new Label($"{rule.Label.Zh}：{label.Zh}", $"{rule.Label.En ?? rule.Label.Zh}: {label.En ?? label.Zh}");
    }

    public static Label Owed(Pack pack, Occurrence owed) => Owed(pack, owed.Duty, owed.Key);

    private static Label Owed(Pack pack, string duty, string key)
    {
        var label = pack.Duty(duty).Label;
        return key.Length > 0 && char.IsAsciiDigit(key[0]) ? new Label($"{label.Zh}（{key}）", $"{label.En ?? label.Zh} ({key})") : label;
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
