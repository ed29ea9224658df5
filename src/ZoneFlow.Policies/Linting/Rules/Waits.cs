using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A wait (等待) is nobody's task, so somebody must be reminded that it still waits, and something must end it.</summary>
internal static class Waits
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var wait in procedure.Stages.OfType<StageRule.Wait>())
            {
                var name = $"'{procedure.Name}.{wait.Name}'";
                var path = PackMap.StagePath(procedure, wait);
                if (wait.Watched.IsEmpty || wait.AskAgain.Count <= 0)
                {
                    report.Error("wait-without-reminder", path, $"The wait {name} reminds (提醒) nobody: name the roles that watch it and how often they are asked again.");
                }
                if (wait.Until is null && wait.For is null)
                {
                    report.Error("wait-without-reminder", path, $"The wait {name} says neither 'until' which date nor 'for' which case it waits.");
                }
            }
        }
    }
}
