using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>A pack laid out for the rules: every transition with its place, and one statechart for each procedure.</summary>
internal sealed class PackMap
{
    private readonly Dictionary<string, Statechart> _charts = new(StringComparer.Ordinal);

    public PackMap(Pack pack)
    {
        Pack = pack;
        Sites = [.. pack.Procedures.SelectMany(Written)];
        Firings = [.. pack.Procedures.SelectMany(p => p.Stages.Where(s => !s.Ends).SelectMany(s => FiringsIn(p, s)))];
        foreach (var procedure in pack.Procedures)
        {
            _charts.TryAdd(procedure.Name, new Statechart(procedure));
        }
    }

    public Pack Pack { get; }

    /// <summary>Every transition once, as written.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>Every transition in every stage that it can fire in; openings are not among them.</summary>
    public ImmutableArray<Site> Firings { get; }

    /// <summary>Every step with the transition that takes it.</summary>
    public IEnumerable<(Site Site, Step Step)> Steps => Sites.SelectMany(s => s.Rule.Do.Select(d => (s, d)));

    public Statechart ChartOf(ProcedureRule procedure) => _charts[procedure.Name];

    public CaseRule? KindOf(ProcedureRule procedure) => Pack.Cases.GetValueOrDefault(procedure.Case);

    public ProcedureRule? Procedure(string name) => Pack.Procedures.FirstOrDefault(p => p.Name == name);

    /// <summary>The transitions that can fire in a stage: its own, then those that hold anywhere.</summary>
    public static IEnumerable<Site> FiringsIn(ProcedureRule procedure, StageRule stage) =>
        stage.Ends ? [] :
        [
            .. stage.Transitions.Select(t => new Site(procedure, stage, t, $"{StagePath(procedure, stage)}/{t.Word}", false)),
            .. procedure.Anywhere.Select(t => new Site(procedure, stage, t, $"{Path(procedure)}/anywhere/{t.Word}", false)),
        ];

    public static string Path(ProcedureRule procedure) => $"procedures/{procedure.Name}";

    public static string StagePath(ProcedureRule procedure, StageRule stage) => $"{Path(procedure)}/stages/{stage.Name}";

    /// <summary>The kind of case a message goes to, or null where the pack has none of that name.</summary>
    public string? ReceiverOf(Site site, Step.Send send)
    {
        var kind = send.To is Recipients.Linked linked ? linked.Name : KindOf(site.Procedure)?.ItemsOf;
        return kind is not null && Pack.Cases.ContainsKey(kind) ? kind : null;
    }

    /// <summary>The sends that can set off a message's transition.</summary>
    public IEnumerable<(Site Site, Step.Send Send)> SendersOf(ProcedureRule receiver, Trigger.Message message) =>
        from step in Steps
        let send = step.Step as Step.Send
        where send is not null && send.Say == message.Say && step.Site.Procedure.Case == message.From
            && ReceiverOf(step.Site, send) == receiver.Case
        select (step.Site, send);

    /// <summary>The steps that start a procedure.</summary>
    public IEnumerable<(Site Site, Step.Start Start)> StartersOf(ProcedureRule procedure) =>
        from step in Steps
        let start = step.Step as Step.Start
        where start is not null && start.Procedure == procedure.Name
        select (step.Site, start);

    public IEnumerable<DutyRule> DutiesStarting(ProcedureRule procedure) => Pack.Duties.Where(d => d.Starts == procedure.Name);

    private static IEnumerable<Site> Written(ProcedureRule procedure) =>
    [
        .. procedure.OpenedBy is { } opening ? [new Site(procedure, null, opening.Act, $"{Path(procedure)}/opened-by", true)] : Array.Empty<Site>(),
        .. procedure.Anywhere.Select(t => new Site(procedure, null, t, $"{Path(procedure)}/anywhere/{t.Word}", false)),
        .. procedure.Stages.SelectMany(s => s.Transitions.Select(t => new Site(procedure, s, t, $"{StagePath(procedure, s)}/{t.Word}", false))),
    ];
}
