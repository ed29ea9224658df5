using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Who applies: the party that opens the case, and those it applies with (联合申报).</summary>
internal static class Applying
{
    /// <summary>What is wrong with the applicants named, one line a role.</summary>
    public static IEnumerable<RefusalDetail> Wrong(Turn turn, CaseRule rule, ImmutableArray<Applicant> applicants)
    {
        foreach (var role in applicants.Select(a => a.Role).Distinct()
            .Where(r => !turn.Pack.Roles.TryGetValue(r, out var known) || known.Kind != RoleKind.Applicant))
        {
            yield return new RefusalDetail("applicants", new Label($"没有申报角色“{role}”。", $"There is no applicant role \"{role}\"."));
        }

        if (applicants.GroupBy(a => a.Party).Any(g => g.Count() > 1))
        {
            yield return new RefusalDetail(
                "applicants", new Label("同一主体只能作为一个申报单位。", "A party can apply only once."));
        }

        foreach (var joint in rule.JointWith)
        {
            var label = turn.Pack.Roles[joint.Role].Label;
            var named = applicants.Count(a => a.Role == joint.Role);
            if (named < joint.Least || named > joint.Most)
            {
                yield return new RefusalDetail(
                    joint.Role,
                    new Label(
                        $"须有{joint.Least}至{joint.Most}家{label.Zh}联合申报，现为{named}家。",
                        $"From {joint.Least} to {joint.Most} of \"{label.En ?? label.Zh}\" apply jointly; {named} named."),
                    joint.Source);
            }
        }

        foreach (var stranger in applicants.Where(a => a.Party != turn.Signal.Actor.Party && !turn.Signal.LookedUp.Applicants.Contains(a)))
        {
            yield return new RefusalDetail(
                stranger.Role, new Label("所选单位现在不具有这一申报角色。", "A party named does not hold this role today."));
        }
    }
}
