using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>
/// The standings that a case can have while a procedure is in a stage, followed from each opening through every transition and
/// every procedure started. What another procedure does meanwhile is not followed: a stage's standings are those of its own way.
/// </summary>
internal sealed class Standings
{
    private readonly PackMap _map;
    private readonly Dictionary<(string Procedure, string Stage), HashSet<string>> _in = [];
    private readonly Queue<(ProcedureRule Procedure, StageRule Stage, string Standing)> _next = new();
    private readonly HashSet<(Site Site, string From, string To)> _changes = [];

    public Standings(PackMap map)
    {
        _map = map;
        foreach (var procedure in map.Pack.Procedures)
        {
            Open(procedure);
        }
        while (_next.TryDequeue(out var at))
        {
            foreach (var site in PackMap.FiringsIn(at.Procedure, at.Stage).Where(s => Allows(s.Rule.If, at.Standing)))
            {
                var after = Apply(site, at.Standing);
                foreach (var (_, to) in map.ChartOf(at.Procedure).WaysOn(at.Stage).Where(w => w.Site == site))
                {
                    Enter(at.Procedure, to, after);
                }
                if (site.Rule.To is Destination.Stay)
                {
                    Enter(at.Procedure, at.Stage, after);
                }
            }
        }
    }

    /// <summary>Every change of standing by a step of its own; an outcome never takes a second standing, so it is not among them.</summary>
    public IReadOnlySet<(Site Site, string From, string To)> Changes => _changes;

    private void Open(ProcedureRule procedure)
    {
        var kind = _map.KindOf(procedure);
        if (kind is null || kind.Standings.IsEmpty)
        {
            return;
        }
        if (kind.OpensWith == procedure.Name)
        {
            EnterFirst(procedure, kind.Standings[0].Name);
        }
        foreach (var standing in _map.DutiesStarting(procedure).SelectMany(d => d.While))
        {
            EnterFirst(procedure, standing);
        }
        if (procedure.OpenedBy is { } opening)
        {
            var site = _map.Sites.First(s => s.Opens && s.Procedure == procedure);
            foreach (var standing in opening.While.IsEmpty ? [.. kind.Standings.Select(s => s.Name)] : opening.While)
            {
                if (Allows(opening.Act.If, standing))
                {
                    EnterFirst(procedure, Apply(site, standing));
                }
            }
        }
    }

    private string Apply(Site site, string standing)
    {
        foreach (var step in site.Rule.Do)
        {
            switch (step)
            {
                case Step.SetStanding set:
                    _changes.Add((site, standing, set.Standing));
                    standing = set.Standing;
                    break;
                case Step.ApplyOutcome { Outcome: Value.Literal outcome } when _map.Pack.Outcomes.TryGetValue(outcome.Text, out var rule) && !IsFinal(site.Procedure, standing):
                    standing = rule.Standing;
                    break;
                case Step.Start start when _map.Procedure(start.Procedure) is { } started:
                    EnterFirst(started, standing);
                    break;
            }
        }
        return standing;
    }

    private bool IsFinal(ProcedureRule procedure, string standing) =>
        _map.KindOf(procedure)?.Standings.Any(s => s.Name == standing && s.Final) == true;

    private static bool Allows(Guard? guard, string standing) => guard switch
    {
        Guard.InStanding row => row.Standings.Contains(standing),
        Guard.All all => all.Guards.All(g => Allows(g, standing)),
        Guard.Any any => any.Guards.Any(g => Allows(g, standing)),
        _ => true,
    };

    private void EnterFirst(ProcedureRule procedure, string standing)
    {
        if (procedure.Stages.FirstOrDefault(s => s.Name == procedure.First) is { } first)
        {
            Enter(procedure, first, standing);
        }
    }

    private void Enter(ProcedureRule procedure, StageRule stage, string standing)
    {
        if (!_in.TryGetValue((procedure.Name, stage.Name), out var standings))
        {
            _in.Add((procedure.Name, stage.Name), standings = new HashSet<string>(StringComparer.Ordinal));
        }
        if (standings.Add(standing))
        {
            _next.Enqueue((procedure, stage, standing));
        }
    }
}
