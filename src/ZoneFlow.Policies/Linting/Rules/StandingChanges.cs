using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A final standing (状态) is never left, each standing can be reached, and an outcome ends in a final one.</summary>
internal static class StandingChanges
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var (site, from, to) in new Standings(map).Changes.Where(c => c.From != c.To))
        {
            if (map.KindOf(site.Procedure)!.Standings.Any(s => s.Name == from && s.Final))
            {
                report.Error("final-standing-left", site.Path, $"'{site.Name}' can change the standing (状态) from '{from}', which is final, to '{to}'.");
            }
        }
        foreach (var kind in map.Pack.Cases.Values)
        {
            var reached = map.Steps.Where(s => s.Site.Procedure.Case == kind.Kind).SelectMany(s => Reached(map, s.Step))
                .Append(kind.Standings.Select(s => s.Name).FirstOrDefault("")).ToHashSet(StringComparer.Ordinal);
            foreach (var standing in kind.Standings.Where(s => !reached.Contains(s.Name)))
            {
                report.Error("standing-never-reached", $"cases/{kind.Kind}/standings/{standing.Name}", $"Nothing ever gives a '{kind.Kind}' the standing (状态) '{standing.Name}'.");
            }
        }
        foreach (var outcome in map.Pack.Outcomes.Values.Where(o => map.Pack.Cases.Values.SelectMany(c => c.Standings).Any(s => s.Name == o.Standing)))
        {
            if (!map.Pack.Cases.Values.SelectMany(c => c.Standings).Any(s => s.Name == outcome.Standing && s.Final))
            {
                report.Error("outcome-not-final", $"outcomes/{outcome.Name}", $"The outcome (处理结果) '{outcome.Name}' ends in '{outcome.Standing}', which is no final standing (状态).");
            }
        }
    }

    private static IEnumerable<string> Reached(PackMap map, Step step) => step switch
    {
        Step.SetStanding s => [s.Standing],
        Step.ApplyOutcome { Outcome: Value.Literal l } => map.Pack.Outcomes.Values.Where(o => o.Name == l.Text).Select(o => o.Standing),
        Step.ApplyOutcome => map.Pack.Outcomes.Values.Select(o => o.Standing),
        _ => [],
    };
}
