using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Walking;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>
/// One procedure as a graph, explored from its first stage. A way <c>back</c> leads to every stage that sends the file into the
/// correction; a transition that stays is no way on.
/// </summary>
internal sealed class Statechart
{
    private readonly Dictionary<string, List<(Site Site, StageRule To)>> _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _from = new(StringComparer.Ordinal);

    public Statechart(ProcedureRule procedure)
    {
        Procedure = procedure;
        foreach (var stage in procedure.Stages)
        {
            _ways[stage.Name] = [.. PackMap.FiringsIn(procedure, stage).SelectMany(s => Targets(procedure, s).Select(to => (s, to)))];
        }
        foreach (var stage in procedure.Stages)
        {
            _from.TryAdd(stage.Name, Explore(stage.Name));
        }
        Reachable = _from.GetValueOrDefault(procedure.First) ?? [];
    }

    public ProcedureRule Procedure { get; }

    /// <summary>The stages that can be reached from the first, the first among them.</summary>
    public IReadOnlySet<string> Reachable { get; }

    public IReadOnlyList<(Site Site, StageRule To)> WaysOn(StageRule stage) => _ways[stage.Name];

    /// <summary>The transitions that lead into a stage from a stage that can be reached.</summary>
    public IEnumerable<Site> WaysInto(StageRule stage) =>
        Reachable.SelectMany(s => _ways[s]).Where(w => w.To.Name == stage.Name && w.Site.Rule.To is not Destination.Back).Select(w => w.Site);

    public bool CanFollow(string earlier, string later) => _from[earlier].Contains(later);

    public bool CanEnd(StageRule stage) => Procedure.Stages.Any(s => s.Ends && CanFollow(stage.Name, s.Name));

    /// <summary>The transitions that can have fired before the stage is left: on a way to it, or staying in it.</summary>
    public IEnumerable<Site> Before(StageRule stage) =>
        from name in Reachable
        let at = Procedure.Stages.First(s => s.Name == name)
        from site in PackMap.FiringsIn(Procedure, at)
        where site.Rule.To is Destination.Stay
            ? CanFollow(name, stage.Name)
            : Targets(Procedure, site).Any(to => CanFollow(to.Name, stage.Name))
        select site;

    private static IEnumerable<StageRule> Targets(ProcedureRule procedure, Site site) => site.Rule.To switch
    {
        Destination.Stage to => procedure.Stages.Where(s => s.Name == to.Name).Take(1),
        Destination.Back => procedure.Stages.Where(s => s != site.Stage && !s.Ends && Leads(procedure, s, site.Stage!.Name)),
        _ => [],
    };

    private static bool Leads(ProcedureRule procedure, StageRule from, string to) =>
        from.Transitions.Concat(procedure.Anywhere).Any(t => t.To is Destination.Stage s && s.Name == to);

    private HashSet<string> Explore(string start) => BreadthFirst.Walk(start, s => s, at => _ways[at].Select(w => w.To.Name)).Reached;
}
