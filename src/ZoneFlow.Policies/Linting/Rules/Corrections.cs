using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A correction (补正) goes back to the stage that asked for it, and nothing else does.</summary>
internal static class Corrections
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var site in map.Sites.Where(s => s.Rule.To is Destination.Back && s.Stage?.Pauses != true))
        {
            report.Error("back-outside-correction", site.Path, $"'{site.Name}' leads back, but only a stage that pauses the returner's clock (补正) can.");
        }
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var stage in procedure.Stages.Where(s => s.Pauses && !s.Transitions.Any(t => t.To is Destination.Back)))
            {
                report.Error("correction-without-back", PackMap.StagePath(procedure, stage),
                    $"The correction (补正) '{procedure.Name}.{stage.Name}' pauses the clock of the stage that asked, but no transition goes back to it.");
            }
        }
    }
}
