using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A date that something is counted from or compared with is set by then on at least one way there.</summary>
internal static class MarksSet
{
    public static void Check(PackMap map, Report report)
    {
        var marks = new Marks(map);
        foreach (var use in marks.Uses)
        {
            var (kind, name) = marks.Base(use.Case, use.Mark);
            var setters = marks.Setters(use.Case, use.Mark).ToList();
            if (setters.Count == 0)
            {
                report.Error("mark-never-set", use.Path, name == use.Mark
                    ? $"The date '{use.Mark}' is read here, and nothing in a '{kind}' ever sets it."
                    : $"The date '{use.Mark}' is counted from '{name}', which nothing in a '{kind}' ever sets.");
            }
            else if (kind == use.Case && use.Procedure is { } procedure && use.Stage is { } stage && setters.All(s => s.Procedure == procedure) && !SetBefore(map, procedure, stage, setters))
            {
                report.Error("mark-set-too-late", use.Path, $"The date '{use.Mark}' is needed in '{procedure.Name}.{stage.Name}', and no way there sets '{name}' first.");
            }
        }
    }

    private static bool SetBefore(PackMap map, ProcedureRule procedure, StageRule stage, List<Site> setters)
    {
        var before = map.ChartOf(procedure).Before(stage).Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
        return setters.Any(s => s.Opens || before.Contains(s.Path));
    }
}
