using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One line of a plan's version. An indicator is known by its task and its title, in every version.</summary>
/// <param name="Item">The key of the task it belongs to; empty for the plan as a whole.</param>
/// <param name="Basis">Of an indicator; null for every other kind.</param>
/// <param name="Baseline">The year that growth is counted from.</param>
/// <param name="BaselineAmount">That year's amount; null where nobody has stated it yet, which is no zero.</param>
/// <param name="AtMost">True where the value may not exceed the bound.</param>
/// <param name="Bound">What is to be reached; of funds, the amount in yuan; null for words.</param>
/// <param name="Due">By when; null: by the end of the plan.</param>
/// <param name="Lead">Who leads it, in the plan's own words.</param>
public sealed record PlanClause(
    PlanClauseKind Kind, string Item, string Title, string? Unit, IndicatorBasis? Basis, int? Baseline, decimal? BaselineAmount, bool AtMost,
    decimal? Bound, DateOnly? Due, string? Lead, string? Responsible)
{
    public (PlanClauseKind Kind, string Item, string Title) Key => (Kind, Item, Title);

    /// <summary>An indicator's line as the rule its values are judged by; a pack's own indicator keeps its name.</summary>
    public IndicatorRule Rule(ItemRule? item, Source source)
    {
        var own = item?.Indicators.FirstOrDefault(i => i.Label.Zh == Title || i.Name == Title);
        if (own is not null && Of(Item, own) == this with { Lead = null, Responsible = null, BaselineAmount = null })
        {
            // What a version leaves as the text has it keeps the text's own places.
            return own;
        }

        return new IndicatorRule(
            own?.Name ?? Title, own?.Label ?? new Label(Title), Unit, Basis!.Value, Baseline,
            Basis == IndicatorBasis.Narrative ? [] : [new TargetRule(Bound!.Value, AtMost, Due, source)], source);
    }

    public static PlanClause Of(string item, IndicatorRule rule) => new(
        PlanClauseKind.Indicator, item, rule.Label.Zh, rule.Unit, rule.Basis, rule.Baseline, null, rule.Target?.AtMost ?? false, rule.Target?.Bound,
        rule.Target?.Due, null, null);
}
