using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>The names that the steps of a transition use.</summary>
internal static class StepNames
{
    public static IEnumerable<NameUse> Of(NameBook names, PackMap map, Site site, Step step)
    {
        var (path, kind) = (site.Path, site.Procedure.Case);
        return step switch
        {
            Step.SetStanding s => [names.Standing(path, kind, s.Standing)],
            Step.RaiseFlag s => [names.Flag(path, kind, s.Flag)],
            Step.LowerFlag s => [names.Flag(path, kind, s.Flag)],
            Step.SetFields s => s.Names.Select(n => names.InputOrField(path, site, n)),
            Step.SetItem s => new[] { s.State, s.From }.OfType<string>().Select(n => names.ItemState(path, kind, n)),
            Step.Rank s => [names.ItemState(path, kind, s.State)],
            Step.ChangeApplicant s => [names.Role(path, s.Role)],
            Step.SetOtherItems s => [names.ItemState(path, kind, s.From), names.ItemState(path, kind, s.State)],
            Step.IssueInstrument s => [names.Document(path, s.Slot)],
            Step.AdoptPlan s => [names.Document(path, s.Slot)],
            Step.Start s => [names.Procedure(path, s.Procedure), .. OutcomesGiven(names, map, path, s)],
            Step.StopOthers s => s.Except.Select(p => names.Procedure(path, p)),
            Step.ApplyOutcome { Outcome: Value.Literal l } => [names.Outcome(path, l.Text)],
            Step.ImposeBan s => [names.Ban(path, s.Ban)],
            Step.Join s => [names.Link(path, kind, s.Link)],
            Step.Send s => OfSend(names, path, kind, s),
            Step.Announce s => [names.Document(path, s.Slot)],
            Step.Letter s => [names.Letter(path, s.Template)],
            _ => [],
        };
    }

    private static IEnumerable<NameUse> OfSend(NameBook names, string path, string kind, Step.Send send)
    {
        switch (send.To)
        {
            case Recipients.Linked linked:
                yield return names.Link(path, kind, linked.Name);
                break;
            case Recipients.Items { State: { } state }:
                yield return names.ItemState(path, kind, state);
                break;
        }
        if (send.OnlyInStanding is { } standing)
        {
            yield return names.Standing(path, kind, standing);
        }
    }

    /// <summary>A start value that the started procedure applies as an outcome must be the name of one.</summary>
    private static IEnumerable<NameUse> OutcomesGiven(NameBook names, PackMap map, string path, Step.Start start) =>
        map.Steps.Where(s => s.Site.Procedure.Name == start.Procedure)
            .Select(s => s.Step).OfType<Step.ApplyOutcome>().Select(s => s.Outcome).OfType<Value.Given>()
            .Select(g => start.With.GetValueOrDefault(g.Name)).OfType<Value.Literal>().Distinct()
            .Select(l => names.Outcome(path, l.Text));
}
