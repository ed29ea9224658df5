using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A value written <c>$name</c> was asked for by the action, came with the message, or was given when the procedure started.</summary>
internal static class Inputs
{
    public static void Check(PackMap map, Report report)
    {
        var given = new Given(map);
        foreach (var site in map.Sites)
        {
            foreach (var name in Used(site).Distinct().Where(n => !given.To(site).Contains(n)))
            {
                Missing(map, given, report, site.Path, site.Procedure, name, $"'{site.Name}' uses '${name}', which it does not ask for and which its procedure is not started with.");
            }
        }
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var stage in procedure.Stages)
            {
                if (stage.Due is DueRule.Within { Input: { } input } && !given.ToStage(procedure, stage).Contains(input))
                {
                    Missing(map, given, report, PackMap.StagePath(procedure, stage), procedure, input,
                        $"The due date (期限) of '{procedure.Name}.{stage.Name}' is '${input}', and not every way into the stage asks for it.");
                }
            }
            if (procedure is { Runs: ProcedureRuns.Keyed, Key: { } key } && !given.AtStart(procedure).Contains(key))
            {
                Missing(map, given, report, PackMap.Path(procedure), procedure, key, $"'{procedure.Name}' is told apart by '{key}', and it is not started with it.");
            }
        }
    }

    /// <summary>Where some starts give the value and others do not, the fault is with those; otherwise with whoever reads it.</summary>
    private static void Missing(PackMap map, Given given, Report report, string path, ProcedureRule procedure, string name, string sentence)
    {
        var starts = map.StartersOf(procedure).ToList();
        var without = starts.Where(s => !s.Start.With.ContainsKey(name)).ToList();
        if (without.Count == starts.Count || without.Count == 0)
        {
            report.Error("input-not-asked", path, sentence);
            return;
        }
        foreach (var (site, _) in without)
        {
            report.Error("input-not-asked", site.Path, $"'{site.Name}' starts '{procedure.Name}' without '{name}', which it needs.");
        }
    }

    private static IEnumerable<string> Used(Site site) =>
    [
        .. site.Rule.Do.SelectMany(d => d.Values).OfType<Value.Given>().Select(v => v.Name),
        .. site.Rule.Do.SelectMany(d => d switch
        {
            Step.SetFields s => s.Names,
            Step.SetItem { Input: { } input } => [input],
            Step.SetOtherItems { Input: { } input } => [input],
            Step.ChangeApplicant s => [s.Input],
            Step.Send { To: Recipients.Chosen c } => [c.Input],
            Step.NameUnits s => [.. new[] { s.Items, s.Lead, s.Responsible }.OfType<string>()],
            Step.FileValues s => [s.Input],
            Step.DraftPlan s => [s.Input],
            Step.ReverseFunds s => [s.Input],
            Step.RecordFunds s => [s.Dated, .. s.Amounts],
            _ => [],
        }),
        .. site.Rule.If.Rows.Select(g => g switch { Guard.Later l => l.Input, Guard.NotIn n => n.Input, _ => null }).OfType<string>(),
        .. site.Rule.If.Rows.OfType<Guard.InOrder>().SelectMany(o => new[] { o.First, o.Second }),
    ];
}
