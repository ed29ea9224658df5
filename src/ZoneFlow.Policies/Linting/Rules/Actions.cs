using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>In any one stage a word names one transition.</summary>
internal static class Actions
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var stage in procedure.Stages.Where(s => !s.Ends))
            {
                var sites = PackMap.FiringsIn(procedure, stage).ToList();
                foreach (var twice in sites.GroupBy(s => s.Rule.Word).Where(g => g.Count() > 1))
                {
                    report.Error("duplicate-action", twice.First().Path, $"'{twice.Key}' means two things in '{procedure.Name}.{stage.Name}': a stage's own transitions and those of 'anywhere' may not share a name.");
                }
                foreach (var act in stage.Optional.Where(o => sites.Any(s => s.Rule.Word == o.Name)))
                {
                    report.Error("duplicate-action", $"{PackMap.StagePath(procedure, stage)}/{act.Name}", $"'{act.Name}' is both an optional act and a transition in '{procedure.Name}.{stage.Name}'.");
                }
            }
        }
    }
}
