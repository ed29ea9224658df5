using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A joint stage (会签) is signed by each, and goes on when all have signed.</summary>
internal static class Signing
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var stage in procedure.Stages.Where(s => !s.Ends))
            {
                var sites = PackMap.FiringsIn(procedure, stage).ToList();
                var each = sites.FirstOrDefault(s => s.Rule.Each);
                var all = sites.FirstOrDefault(s => s.Rule.On is Trigger.AllSigned);
                if (all is not null && each is null)
                {
                    report.Error("signing", all.Path, $"'{all.Name}' follows when all have signed (会签), but no action of '{stage.Name}' is done by each.");
                }
                if (each is not null && all is null)
                {
                    report.Error("signing", each.Path, $"'{each.Name}' is done by each (会签), but nothing in '{stage.Name}' follows when all have signed.");
                }
                if ((each ?? all) is { } joint && stage is not StageRule.Task { By.All: true })
                {
                    report.Error("signing", joint.Path, $"'{joint.Name}' belongs to a joint stage (会签), but '{stage.Name}' is not held by all of some roles.");
                }
            }
        }
    }
}
