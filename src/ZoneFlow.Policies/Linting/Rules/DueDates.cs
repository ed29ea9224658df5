using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What follows a due date has one, and a stage without one asks again.</summary>
internal static class DueDates
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var site in map.Firings)
        {
            if (site.Rule.On is Trigger.Elapsed && !site.Stage!.HasDueDate)
            {
                report.Error("elapsed-without-due", site.Path, $"'{site.Name}' waits for a due date (期限) to pass, but the stage '{site.Stage!.Name}' has none.");
            }
            if (site.Rule.AfterDue && !site.Stage!.HasDueDate)
            {
                report.Error("elapsed-without-due", site.Path, $"'{site.Name}' is offered only after the due date (期限), but the stage '{site.Stage!.Name}' has none.");
            }
        }
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var stage in procedure.Stages.Where(s => s.Due is DueRule.None { AskAgain.Count: <= 0 }))
            {
                report.Error("never-asked-again", PackMap.StagePath(procedure, stage),
                    $"The stage (环节) '{procedure.Name}.{stage.Name}' has no due date (期限), so it must say how often its holder is asked again.");
            }
        }
    }
}
