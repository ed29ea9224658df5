using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>What follows a transition with no person taking part: timers of the stage entered, procedures started, messages taken up.</summary>
internal sealed class Chains(PackMap map)
{
    private readonly Dictionary<Site, List<Site>> _next = [];

    /// <summary>The transitions that can be the next to fire with no person in between.</summary>
    public IReadOnlyList<Site> Next(Site site) => _next.TryGetValue(site, out var known) ? known : _next[site] = [.. Follow(site)];

    /// <summary>The transition and all that can follow it with no person in between.</summary>
    public IReadOnlyList<Site> From(Site site)
    {
        var all = new List<Site> { site };
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(Next(all[i]).Where(n => !all.Contains(n)));
        }
        return all;
    }

    private IEnumerable<Site> Follow(Site site)
    {
        var chart = map.ChartOf(site.Procedure);
        var entered = site.Stage is null
            ? site.Procedure.Stages.Where(s => s.Name == site.Procedure.First)
            : chart.WaysOn(site.Stage).Where(w => w.Site == site).Select(w => w.To);
        foreach (var next in entered.SelectMany(s => Timers(site.Procedure, s)))
        {
            yield return next;
        }
        foreach (var start in site.Rule.Do.OfType<Step.Start>())
        {
            foreach (var next in map.Pack.Procedures.Where(p => p.Name == start.Procedure)
                .SelectMany(p => p.Stages.Where(s => s.Name == p.First).SelectMany(s => Timers(p, s))))
            {
                yield return next;
            }
        }
        foreach (var send in site.Rule.Do.OfType<Step.Send>())
        {
            var receiver = map.ReceiverOf(site, send);
            foreach (var next in map.Firings.Where(f => f.Procedure.Case == receiver
                && f.Rule.On is Trigger.Message m && m.From == site.Procedure.Case && m.Say == send.Say))
            {
                yield return next;
            }
        }
    }

    private static IEnumerable<Site> Timers(ProcedureRule procedure, StageRule stage) =>
        PackMap.FiringsIn(procedure, stage).Where(f => f.Rule.On is Trigger.Elapsed or Trigger.EachUnopposed);
}
