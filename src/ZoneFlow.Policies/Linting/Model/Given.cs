using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>Which <c>$names</c> a transition or a stage is sure to have, whatever way led to it.</summary>
internal sealed class Given(PackMap map)
{
    public IReadOnlySet<string> To(Site site) => (HashSet<string>)
    [
        .. site.Asks,
        .. AtStart(site.Procedure),
        .. site.Rule.On switch
        {
            Trigger.Message message => OfEvery(map.SendersOf(site.Procedure, message).Select(s => s.Send.With.AsEnumerable())),
            Trigger.EachUnopposed or Trigger.EachOpposed or Trigger.Elapsed when site.Stage is StageRule.Notice => ["notice"],
            Trigger.AllSigned when site.Stage is { } stage => PackMap.FiringsIn(site.Procedure, stage).Where(s => s.Rule.Each).SelectMany(s => s.Asks),
            _ => [],
        },
    ];

    /// <summary>What every way into the stage asks for, or the procedure was started with.</summary>
    public IReadOnlySet<string> ToStage(ProcedureRule procedure, StageRule stage)
    {
        var ways = map.ChartOf(procedure).WaysInto(stage).Select(s => s.Asks);
        return (HashSet<string>)[.. AtStart(procedure), .. procedure.First == stage.Name ? [] : OfEvery(ways)];
    }

    /// <summary>What every start of the procedure gives it.</summary>
    public IReadOnlySet<string> AtStart(ProcedureRule procedure)
    {
        IEnumerable<IEnumerable<string>> starts =
        [
            .. map.StartersOf(procedure).Select(s => s.Start.With.Keys),
            .. procedure.OpenedBy is { } opening ? [opening.Act.Ask.Select(f => f.Name)] : Array.Empty<IEnumerable<string>>(),
            .. map.DutiesStarting(procedure).Select(ByDuty),
            .. map.KindOf(procedure)?.OpensWith == procedure.Name ? [[]] : Array.Empty<IEnumerable<string>>(),
        ];
        return (HashSet<string>)[.. OfEvery(starts)];
    }

    /// <summary>A duty says which period it started the procedure for, and for which item where each owes it.</summary>
    private static IEnumerable<string> ByDuty(DutyRule duty) =>
        ["period", "period-from", "period-to", "period-next", .. duty.PerItem ? ["item"] : Array.Empty<string>()];

    private static IEnumerable<string> OfEvery(IEnumerable<IEnumerable<string>> ways)
    {
        var all = ways.ToList();
        return all.Count == 0 ? [] : all.Aggregate((a, b) => a.Intersect(b));
    }
}
