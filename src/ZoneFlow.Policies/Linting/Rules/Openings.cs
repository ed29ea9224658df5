using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Every case opens with a procedure of its own kind, every procedure is started by something, and no two actions share a name.</summary>
internal static class Openings
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var kind in map.Pack.Cases.Values)
        {
            if (map.Procedure(kind.OpensWith) is not { } opening)
            {
                report.Error("opens-with", $"cases/{kind.Kind}", $"A '{kind.Kind}' opens with '{kind.OpensWith}', and there is no such procedure (程序).");
            }
            else if (opening.Case != kind.Kind)
            {
                report.Error("opens-with", $"cases/{kind.Kind}", $"A '{kind.Kind}' opens with '{kind.OpensWith}', which is a procedure (程序) of a '{opening.Case}'.");
            }
        }
        foreach (var procedure in map.Pack.Procedures.Where(p => !IsStarted(map, p)))
        {
            report.Error("unstarted-procedure", PackMap.Path(procedure),
                $"Nothing starts the procedure (程序) '{procedure.Name}': no case opens with it, no action, step or duty (义务) starts it.");
        }
        foreach (var (site, step) in map.Steps)
        {
            if (step is Step.Start start && map.Procedure(start.Procedure) is { } started && started.Case != site.Procedure.Case)
            {
                report.Error("starts-another-case", site.Path, $"'{site.Name}' starts '{started.Name}', which is a procedure (程序) of a '{started.Case}' and not of a '{site.Procedure.Case}'.");
            }
        }
        foreach (var opening in map.Sites.Where(s => s.Opens))
        {
            var others = map.Sites.Where(s => s != opening && s.Rule.On is Trigger.Action && s.Procedure.Case == opening.Procedure.Case && s.Rule.Word == opening.Rule.Word);
            if (others.FirstOrDefault() is { } other)
            {
                report.Error("action-collision", opening.Path, $"The action (操作) '{opening.Rule.Word}' opens '{opening.Procedure.Name}' and is also the name of an action in '{other.Procedure.Name}'.");
            }
        }
    }

    private static bool IsStarted(PackMap map, ProcedureRule procedure) =>
        procedure.OpenedBy is not null
        || map.KindOf(procedure)?.OpensWith == procedure.Name
        || map.StartersOf(procedure).Any()
        || map.DutiesStarting(procedure).Any();
}
