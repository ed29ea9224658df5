using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What the inputs of an action on a plan must be to each other: values to their item, units to their group, parts to their whole.</summary>
internal static class PlanInputs
{
    private const int LongestNarrative = 500;

    public static Refusal? Against(Turn turn, TransitionRule transition, Procedure? procedure, SignalBody.Act act)
    {
        if (!transition.Ask.Any(f => f.Type is FieldType.Indicators or FieldType.Plan or FieldType.FundEntry or FieldType.Instrument)
            && !transition.Do.Any(d => d is Step.NameUnits or Step.RecordFunds))
        {
            return null;
        }

        var wrong = transition.Ask.SelectMany(f => f.Type switch
            {
                FieldType.Indicators type => Values(turn, f, type, ItemOf(procedure, act) ?? "", act),
                FieldType.Plan => Plan(turn, f, act),
                FieldType.FundEntry type => Entry(turn, f, type, act),
                FieldType.Instrument => Instruments(turn, f, ItemOf(procedure, act), act),
                _ => [],
            })
            .Concat(transition.Do.OfType<Step.NameUnits>().SelectMany(s => Leads(turn, s, procedure, act)))
            .Concat(transition.Do.OfType<Step.RecordFunds>().Take(1).SelectMany(_ => Parts(turn, act)))
            .Concat(transition.Do.OfType<Step.RecordFunds>().SelectMany(s => FundInputs.Beyond(turn, s, act)))
            .ToList();
        return wrong.Count == 0 ? null : Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", transition.Source, wrong);
    }

    /// <summary>The item an action is about: its procedure's, or the one it names.</summary>
    public static string? ItemOf(Procedure? procedure, SignalBody.Act act) =>
        Units.ItemOf(procedure) ?? (act.Inputs.TryGetValue(Units.Item, out var named) ? named.ToString() : null);

    private static IEnumerable<RefusalDetail> Values(Turn turn, FieldRule field, FieldType.Indicators type, string item, SignalBody.Act act)
    {
        var asked = PlanSteps.Indicators(turn, item).Where(i => !type.Baseline || i.Grows).ToList();
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
            if (Wrong(turn, indicator, item, type.Baseline, given.GetValueOrDefault(indicator.Name)) is { } wrong)
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

    private static IEnumerable<RefusalDetail> Plan(Turn turn, FieldRule field, SignalBody.Act act)
    {
        if (act.Inputs.TryGetValue(field.Name, out var given) && given is FieldValue.Table table)
        {
            foreach (var (row, column, what) in PlanTable.Read(table.Rows, [.. turn.Pack.Items.Select(i => i.Key)], turn.Signal.LookedUp.Plan).Wrong)
            {
                var label = PlanTable.Columns.Columns.First(c => c.Name == column).Label;
                yield return new(
                    field.Name, new Label($"第{row + 1}行“{label.Zh.Split('（')[0]}”：{what.Zh}", $"Row {row + 1}, {label.En}: {what.En}"), field.Source);
            }

            if (table.Rows.Length > PlanTable.MostLines)
            {
                yield return new(field.Name, new Label($"不得超过{PlanTable.MostLines}行。", $"At most {PlanTable.MostLines} rows."), field.Source);
            }
        }
    }

    private static IEnumerable<RefusalDetail> Entry(Turn turn, FieldRule field, FieldType.FundEntry type, SignalBody.Act act)
    {
        if (!act.Inputs.ContainsKey(field.Name))
        {
            yield break;
        }

        if (turn.Signal.LookedUp.FundEntry is not { } entry)
        {
            yield return new(field.Name, new Label("没有这笔登记。", "There is no such entry."), field.Source);
        }
        else if (entry.ReversedBy is not null || entry.Reverses is not null)
        {
            yield return new(field.Name, new Label("该笔登记已冲销，或者本身是冲销。", "It has been reversed, or is a reversal itself."), field.Source);
        }
        else if (type.NotBefore is { } mark && turn.State.Marks.TryGetValue(mark, out var open) && entry.On < open.Date)
        {
            yield return new(field.Name, new Label("该笔登记所属年度已办结。", "The year it belongs to is closed."), field.Source);
        }
    }

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
