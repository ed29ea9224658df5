using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A joint stage (会签) is signed by each, and goes on when all have signed.</summary>
internal static class Signing
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var kind in map.Pack.Cases.Values)
        {
            foreach (var joint in kind.JointWith)
            {
                JointlyApplied(map, kind, joint, report);
            }
        }
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

    /// <summary>Who applies jointly (联合申报) is an applicant beside the one that opens the case, and signs with it somewhere.</summary>
    private static void JointlyApplied(PackMap map, CaseRule kind, JointRule joint, Report report)
    {
        var path = $"cases/{kind.Kind}";
        var isApplicant = map.Pack.Roles.TryGetValue(joint.Role, out var role) && role.Kind == RoleKind.Applicant;
        if ((role is not null && !isApplicant) || joint.Role == kind.OpenedBy)
        {
            report.Error("joint-applicant", path, $"'{joint.Role}' applies jointly (联合申报) with '{kind.OpenedBy}', so it must be another role of kind applicant.");
        }
        else if (joint.Least > 0 && !map.Pack.Procedures.Where(p => p.Case == kind.Kind).SelectMany(p => p.Stages)
            .Any(s => s is StageRule.Task { By.All: true } task && task.By.Roles.Contains(joint.Role) && task.By.Roles.Contains(kind.OpenedBy)))
        {
            report.Error("joint-applicant", path, $"'{joint.Role}' applies jointly (联合申报) with '{kind.OpenedBy}', but no stage is held by all of both: nothing of it is ever signed together.");
        }
    }
}
