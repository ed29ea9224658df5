using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>
/// The progress (办件进度) of the procedure that a case opens with: the stages of the straight way in pack order, and
/// beside them those it was sent through.
/// </summary>
internal static class ProgressSteps
{
    public static IReadOnlyList<ProgressStep> Of(Pack pack, CaseState state, IEnumerable<Entry> journal)
    {
        var rule = pack.Procedure(pack.Cases[state.Kind].OpensWith);
        var entered = new Dictionary<string, DateOnly>();
        var (last, stopped, over) = ((string?)null, false, (DateOnly?)null);
        foreach (var entry in TodaysNames.Of(journal).Where(e => over is null))
        {
            foreach (var stage in entry.Changes.OfType<Change.StageEntered>().Where(c => IsOf(rule, c.Procedure))
                .SelectMany(c => rule.Stages.Where(s => s.Name == c.Stage)))
            {
                entered[stage.Name] = CivilDate.Of(entry.At);
                last = stage is StageRule.End ? last : stage.Name;
            }

            if (entry.Changes.Any(c => c is Change.ProcedureEnded e && IsOf(rule, e.Procedure) || c is Change.ProcedureStopped s && IsOf(rule, s.Procedure)))
            {
                over = CivilDate.Of(entry.At);
                stopped = entry.Changes.OfType<Change.StandingChanged>().Any(c => pack.Cases[state.Kind].Standings.Any(s => s.Name == c.To && s.Final))
                    || entry.Changes.Any(c => c is Change.ProcedureStopped);
            }
        }

        var way = StraightWay(rule);
        return
        [
            .. rule.Stages.Where(s => way.Contains(s.Name) || entered.ContainsKey(s.Name))
                .Where(s => !(stopped && s is StageRule.End)).Select(s => new ProgressStep(
                    s.Label, StateOf(s, last, stopped, over is not null, entered), entered.TryGetValue(s.Name, out var on) ? on : null)),
        ];
    }

    private static StepState StateOf(StageRule stage, string? last, bool stopped, bool over, Dictionary<string, DateOnly> entered) =>
        stage.Name == last && !over ? StepState.Current
        : stage.Name == last && stopped ? StepState.Stopped
        : entered.ContainsKey(stage.Name) || (over && !stopped && stage is StageRule.End) ? StepState.Done
        : StepState.Ahead;

    // The first way on of each stage is the one a matter takes that meets with nothing.
    private static HashSet<string> StraightWay(ProcedureRule rule)
    {
        var way = new HashSet<string>();
        for (var at = rule.First; at is not null && way.Add(at);)
        {
            at = rule.Stage(at).Transitions.Select(t => t.To).OfType<Destination.Stage>().FirstOrDefault()?.Name;
        }

        return way;
    }

    private static bool IsOf(ProcedureRule rule, string id) => id == rule.Name || id.StartsWith(rule.Name + "/", StringComparison.Ordinal);
}
