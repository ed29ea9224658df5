using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A duty (义务) and the procedure it starts know each other, and a duty is owed in standings that go on.</summary>
internal static class DutiesAndProcedures
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var procedure in map.Pack.Procedures.Where(p => !map.DutiesStarting(p).Any()))
        {
            foreach (var stage in procedure.Stages.Where(s => s.Due is DueRule.ByDuty))
            {
                report.Error("due-without-duty", PackMap.StagePath(procedure, stage), $"'{procedure.Name}.{stage.Name}' falls due by its duty (义务), but no duty starts '{procedure.Name}'.");
            }
            foreach (var site in map.Sites.Where(s => s.Procedure == procedure && s.Rule.Settles))
            {
                report.Error("settles-without-duty", site.Path, $"'{site.Name}' settles a duty (义务), but no duty starts '{procedure.Name}'.");
            }
        }
        foreach (var duty in map.Pack.Duties)
        {
            var path = $"duties/{duty.Name}";
            if (map.Procedure(duty.Starts) is { } started)
            {
                if (started.Case != duty.Case)
                {
                    report.Error("duty-of-another-case", path, $"The duty (义务) '{duty.Name}' is owed by a '{duty.Case}' but starts '{started.Name}', a procedure of a '{started.Case}'.");
                }
                if (!map.Firings.Any(f => f.Procedure == started && f.Rule.Settles && map.ChartOf(started).Reachable.Contains(f.Stage!.Name)))
                {
                    report.Error("duty-never-settled", path, $"Nothing in '{started.Name}' settles the duty (义务) '{duty.Name}', so it stays owed for ever.");
                }
            }
            if (duty.While.IsEmpty)
            {
                report.Error("duty-while", path, $"The duty (义务) '{duty.Name}' names no standing (状态) in which it is owed.");
            }
            foreach (var standing in duty.While.Where(w => map.Pack.Cases.GetValueOrDefault(duty.Case)?.Standings.Any(s => s.Name == w && s.Final) == true))
            {
                report.Error("duty-while", path, $"The duty (义务) '{duty.Name}' is owed in '{standing}', a final standing (状态) in which nothing is owed any more.");
            }
        }
    }
}
