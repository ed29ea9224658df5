using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Every stage can be reached from the first and has a way to an end.</summary>
internal static class StagesReached
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var procedure in map.Pack.Procedures)
        {
            var chart = map.ChartOf(procedure);
            if (!procedure.Stages.Any(s => s.Name == procedure.First))
            {
                continue;
            }
            foreach (var stage in procedure.Stages)
            {
                var path = PackMap.StagePath(procedure, stage);
                if (!chart.Reachable.Contains(stage.Name))
                {
                    report.Error("unreachable-stage", path, $"The stage (环节) '{procedure.Name}.{stage.Name}' cannot be reached: no way from '{procedure.First}' leads there.");
                }
                else if (!stage.Ends && chart.WaysOn(stage).All(w => w.To.Name == stage.Name))
                {
                    report.Error("stage-never-left", path, $"Nobody can leave the stage (环节) '{procedure.Name}.{stage.Name}': none of its transitions leads to another.");
                }
                else if (!stage.Ends && !chart.CanEnd(stage))
                {
                    report.Error("no-way-to-end", path, $"From the stage (环节) '{procedure.Name}.{stage.Name}' no way leads to an end of the procedure.");
                }
            }
        }
    }
}
