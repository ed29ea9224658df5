using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What the inputs of an action on a plan must be to each other: values to their item, units to their group, parts to their whole.</summary>
internal static class PlanInputs
{
    private const int LongestNarrative = 500;

    public static Refusal? Against(Turn turn, TransitionRule transition, Procedure? procedure, SignalBody.Act act)
    {
        var wrong = transition.Ask.SelectMany(f => f.Type switch
            {
                FieldType.Indicators type => Values(turn, f, type, ItemOf(procedure, act), act),
                FieldType.Instrument => Instruments(turn, f, ItemOf(procedure, act), act),
                _ => [],
            })
            .Concat(transition.Do.OfType<Step.NameUnits>().SelectMany(s => Leads(turn, s, procedure, act)))
            .Concat(transition.Do.OfType<Step.RecordFunds>().Take(1).SelectMany(_ => Parts(turn, act)))
            .ToList();
        return wrong.Count == 0 ? null : Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", transition.Source, wrong);
    }

    /// <summary>The item an action is about: its procedure's, or the one it names.</summary>
    public static string? ItemOf(Procedure? procedure, SignalBody.Act act) =>
        Units.ItemOf(procedure) ?? (act.Inputs.TryGetValue(Units.Item, out var named) ? named.ToString() : null);

    private static IEnumerable<RefusalDetail> Values(Turn turn, FieldRule field, FieldType.Indicators type, string? item, SignalBody.Act act)
    {
        var rule = item is null ? null : turn.Pack.Item(item);
        var asked = rule?.Indicators.Where(i => !type.Baseline || i.Grows).ToList() ?? [];
        var given = act.Inputs.TryGetValue(field.Name, out var value) && value is FieldValue.Measures measures ? measures.Values : Empty.Inputs;
        foreach (var stranger in given.Keys.Where(k => asked.All(i => i.Name != k)))
        {
            yield return new(stranger, new Label("该任务没有这项指标。", "The task has no such indicator."), field.Source);
        }

        if (type.Baseline && asked.Count == 0)
        {
            yield return new(field.Name, new Label("该任务没有以基数计算增幅的指标。", "The task has no indicator that grows from a baseline."), field.Source);
        }

        foreach (var indicator in asked)
        {
            if (Wrong(turn, indicator, item!, type.Baseline, given.GetValueOrDefault(indicator.Name)) is { } wrong)
            {
                yield return new(indicator.Name, wrong, indicator.Source);
            }
        }
    }

    private static Label? Wrong(Turn turn, IndicatorRule indicator, string item, bool baseline, FieldValue? value) => (indicator.Basis, value) switch
    {
        (_, null) => new($"缺指标“{indicator.Label.Zh}”的数值。", $"The value of \"{indicator.Label.En ?? indicator.Label.Zh}\" is missing."),
        (IndicatorBasis.Narrative, FieldValue.Text text) => Inputs.IsBlank(text) || text.Value.Length > LongestNarrative
            ? new Label($"须为1至{LongestNarrative}字的说明。", $"Words, 1 to {LongestNarrative} characters.")
            : null,
        (IndicatorBasis.Narrative, _) => new("该指标以文字说明，不填数值。", "This one is described in words, not by a number."),
        (_, FieldValue.Number { Value: < 0 }) => new("不得小于零。", "At least zero."),
        (_, FieldValue.Number { Value: 0 }) when baseline => new("基数不得为零，增幅无从计算。", "Growth cannot be counted from a baseline of zero."),
        (IndicatorBasis.Cumulative, FieldValue.Number now) when turn.Signal.LookedUp.Values.LastOrDefault(
            v => v.Item == item && v.Indicator == indicator.Name && v.Verified) is { Number: { } before } && now.Value < before =>
            new($"累计值不得小于上次确认的{before}。", $"A running total does not fall below the {before} confirmed last."),
        (_, FieldValue.Number) => null,
        _ => new("须为数值。", "It must be a number."),
    };

    private static IEnumerable<RefusalDetail> Instruments(Turn turn, FieldRule field, string? item, SignalBody.Act act)
    {
        if (item is not null && act.Inputs.TryGetValue(field.Name, out var named)
            && (turn.Pack.Item(item)?.Instruments.All(i => i.Name != named.ToString()) != false || turn.State.Item(item)!.Issued.Contains(named.ToString()!)))
        {
            yield return new(field.Name, new Label("该任务没有这项待出台的文件，或者已经出台。", "The task has no such instrument to issue, or has issued it."), field.Source);
        }
    }

    private static IEnumerable<RefusalDetail> Leads(Turn turn, Step.NameUnits step, Procedure? procedure, SignalBody.Act act)
    {
        var items = new StepContext("", procedure!, act.Inputs, Units.ItemOf(procedure), null).Keys(step.Items);
        var leads = act.Inputs.TryGetValue(step.Lead, out var named) && named is FieldValue.Many many ? many.Values : [];
        foreach (var rule in items.Select(turn.Pack.Item).OfType<ItemRule>())
        {
            if (rule.LeadFrom is { } group && !leads.All(Units.Members(turn.Pack, group).Contains))
            {
                var from = turn.Pack.Units[group].Label;
                yield return new(step.Lead, new Label($"“{rule.Label.Zh}”的牵头单位须在{from.Zh}中指定。", $"The lead of \"{rule.Label.En}\" is named from {from.En}."), rule.Source);
            }
        }
    }

    // What counts towards a share is a part of what it is a share of.
    private static IEnumerable<RefusalDetail> Parts(Turn turn, SignalBody.Act act) => turn.Pack.Funds
        .Where(f => act.Inputs.TryGetValue(f.Share, out var part) && part is FieldValue.Number p
            && act.Inputs.TryGetValue(f.Of, out var whole) && whole is FieldValue.Number w && p.Value > w.Value)
        .Select(f => new RefusalDetail(f.Share, new Label($"不得大于其所占的总额（{f.Label.Zh}）。", $"Not more than the amount it is part of ({f.Label.En})."), f.Source));
}
