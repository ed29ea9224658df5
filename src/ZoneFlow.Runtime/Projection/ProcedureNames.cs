using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>What a running procedure is called beside others of its kind: a plan has one for each of its tasks and quarters.</summary>
public static class ProcedureNames
{
    public static Label Of(Pack pack, CaseState state, Procedure procedure)
    {
        var label = pack.Procedure(procedure.Name).Label;
        return About(pack, state, procedure) is { } about ? new Label($"{label.Zh}：{about.Zh}", $"{label.En ?? label.Zh}: {about.En ?? about.Zh}") : label;
    }

    /// <summary>The item and the period that it is about, or the period alone beside others of the whole case; else null.</summary>
    public static Label? About(Pack pack, CaseState state, Procedure procedure)
    {
        if (!procedure.With.TryGetValue("item", out var key))
        {
            return procedure.Occurrence is { } occurrence && state.Procedures.Count(p => p.Name == procedure.Name) > 1
                ? new Label(occurrence[(occurrence.IndexOf('/', StringComparison.Ordinal) + 1)..])
                : null;
        }

        var item = pack.Item(key)?.Label ?? new Label(state.Item(key)?.Title ?? key);
        return procedure.With.TryGetValue("period", out var period) ? new Label($"{item.Zh}（{period}）", $"{item.En ?? item.Zh} ({period})") : item;
    }
}
