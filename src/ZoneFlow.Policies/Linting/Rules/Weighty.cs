using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What weighs is signed with a second factor, and what the public may know is announced (公告). Warnings: the text may say otherwise.</summary>
internal static class Weighty
{
    public static void Check(PackMap map, Report report)
    {
        var changes = new Standings(map).Changes.ToLookup(c => c.Site.Path);
        foreach (var site in map.Sites)
        {
            var standing = site.Rule.Do.OfType<Step.SetStanding>()
                .FirstOrDefault(s => map.KindOf(site.Procedure)?.Standings.Any(k => k.Name == s.Standing && k.Public) == true);
            if (site.Rule is { On: Trigger.Action, SecondFactor: false } && (standing is not null || site.Rule.Do.Any(d => d is Step.ApplyOutcome or Step.ImposeBan)))
            {
                report.Warn("no-second-factor", site.Path, $"'{site.Name}' weighs: it gives a public standing (状态), an outcome or a ban, and asks for no second factor (二次验证).");
            }
            if (standing is not null && !site.Rule.Do.Any(d => d is Step.Announce) && !StaysInRegister(map.KindOf(site.Procedure)!, changes[site.Path]))
            {
                report.Warn("not-announced", site.Path, $"'{site.Name}' gives the public standing (状态) '{standing.Standing}' and announces (公告) nothing.");
            }
        }
    }

    /// <summary>From one public standing to another that ends nothing: the public register shows it, and nobody is newly named in it.</summary>
    private static bool StaysInRegister(CaseRule kind, IEnumerable<(Site Site, string From, string To)> changes)
    {
        var (any, all) = (false, true);
        foreach (var (_, from, to) in changes)
        {
            any = true;
            all &= kind.Standings.Any(s => s.Name == from && s.Public) && kind.Standings.Any(s => s.Name == to && s is { Public: true, Final: false });
        }

        return any && all;
    }
}
