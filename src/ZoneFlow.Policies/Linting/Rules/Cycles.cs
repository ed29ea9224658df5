using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>
/// No cycle runs without a person and without time. A timer on a date of the case takes no time once the date is past, unless
/// the cycle itself sets that date anew.
/// </summary>
internal static class Cycles
{
    public static void Check(PackMap map, Report report)
    {
        var chains = new Chains(map);
        var marks = new Marks(map);
        foreach (var site in map.Firings.Where(IsUntimed))
        {
            var loop = Loop(chains, site);
            if (loop.Count > 0 && !loop.Any(s => WaitsOn(s) is { } mark && loop.Any(t => t.Rule.Do.OfType<Step.SetMark>().Any(m => m.Mark == marks.Base(t.Procedure.Case, mark).Mark))))
            {
                report.Error("endless-cycle", site.Path, $"'{site.Name}' can set itself off again with neither a person nor time in between: {string.Join(" → ", loop.Select(s => s.Name))}.");
            }
        }
    }

    private static List<Site> Loop(Chains chains, Site start)
    {
        var way = new List<Site>();
        var seen = new HashSet<Site>();
        return Walk(start) ? way : [];

        bool Walk(Site at)
        {
            way.Add(at);
            foreach (var next in chains.Next(at).Where(IsUntimed))
            {
                if (next == start || (seen.Add(next) && Walk(next)))
                {
                    return true;
                }
            }
            way.RemoveAt(way.Count - 1);
            return false;
        }
    }

    private static string? WaitsOn(Site site) => site.Rule.On is not Trigger.Elapsed ? null : site.Stage switch
    {
        StageRule.Wait wait => wait.Until,
        { Due: DueRule.At at } => at.Mark,
        { Due: DueRule.Within within } => within.From,
        _ => null,
    };

    /// <summary>A message, or a timer that counts from a date that may lie in the past already.</summary>
    private static bool IsUntimed(Site site) => site.Rule.On switch
    {
        Trigger.Message => true,
        Trigger.Elapsed => site.Stage switch
        {
            StageRule.Wait => true,
            { Due: DueRule.At or DueRule.ByDuty } => true,
            { Due: DueRule.Within { From: not null } } => true,
            { Due: DueRule.Within { Budget: { Count: <= 0 } } } => true,
            _ => false,
        },
        _ => false,
    };
}
