using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The steps of a plan: its units, values, instruments and funds.</summary>
internal static class PlanSteps
{
    public static void Do(Turn turn, Step.NameUnits step, StepContext context)
    {
        var lead = context.Keys(step.Lead).ToImmutableArray();
        foreach (var key in context.Keys(step.Items).ToList())
        {
            var responsible = step.Responsible is { } input && context.Given.ContainsKey(input)
                ? context.Keys(input).ToImmutableArray()
                : turn.State.Item(key)!.Responsible;
            turn.Record(new Change.UnitsNamed(key, lead, responsible));
        }
    }

    public static void Do(Turn turn, Step.FileValues step, StepContext context)
    {
        if (!context.Given.TryGetValue(step.Input, out var given) || given is not FieldValue.Measures measures)
        {
            // A task without indicators files none.
            return;
        }

        var (item, period) = (Units.ItemOf(context.Procedure) ?? "", PeriodOf(context));
        var asOf = period == MeasuredValue.Baseline
            ? new DateOnly(Indicators(turn, item).Where(i => i.Grows).Min(i => i.Baseline!.Value), 12, 31)
            : DateOnly.ParseExact(context.Procedure.With[Duties.PeriodTo], "yyyy-MM-dd", null);
        turn.Record(new Change.ValuesFiled(context.ProcedureId, item, period, asOf, measures.Values)
        {
            Plan = turn.Signal.LookedUp.Plan?.Number,
            Late = context.Procedure.Occurrence is { } occurrence && IsLate(turn, occurrence),
        });
    }

    /// <summary>The indicators that an item is held to on the day the signal came.</summary>
    public static ImmutableArray<IndicatorRule> Indicators(Turn turn, string item) => PlanVersion.Indicators(turn.Pack, turn.Signal.LookedUp.Plan, item);

    /// <summary>What the next version of the plan is: a plan of the pack's own tasks has its first in the pack.</summary>
    public static int NextVersion(Turn turn) => (turn.State.Plan?.Version ?? (turn.Case.PackItems is null ? 0 : 1)) + 1;

    public static void Do(Turn turn, Step.DraftPlan step, StepContext context)
    {
        if (context.Given.TryGetValue(step.Input, out var given) && given is FieldValue.Table { Rows.IsEmpty: false } table)
        {
            turn.Record(new Change.PlanDrafted(context.ProcedureId, PlanTable.Read(table.Rows, [.. turn.Pack.Items.Select(i => i.Key)], turn.Signal.LookedUp.Plan).Lines));
        }
    }

    public static void Judge(Turn turn, StepContext context)
    {
        if (turn.Signal.LookedUp.Plan is { } plan)
        {
            turn.Record(new Change.PlanJudged(context.ProcedureId, plan.Number));
        }
    }

    public static void Reverse(Turn turn, StepContext context)
    {
        var entry = turn.Signal.LookedUp.FundEntry ?? throw new InvalidOperationException("No entry of the funds was looked up.");
        turn.Record(new Change.FundsReversed(context.ProcedureId, entry.Id, entry.As, entry.On, entry.Amounts));
    }

    public static void Verify(Turn turn, StepContext context)
    {
        var (item, period) = (Units.ItemOf(context.Procedure) ?? "", PeriodOf(context));
        if (turn.Pack.Item(item)?.Indicators.IsEmpty == false || turn.Signal.LookedUp.Values.Any(v => v.Item == item && v.Period == period && !v.Verified))
        {
            turn.Record(new Change.ValuesVerified(context.ProcedureId, item, period));
        }
    }

    public static void Do(Turn turn, Step.IssueInstrument step, StepContext context)
    {
        var document = context.Procedure.Document(step.Slot) ?? throw new InvalidOperationException($"No {step.Slot} was filed in {context.ProcedureId}.");
        turn.Record(new Change.InstrumentIssued(Units.ItemOf(context.Procedure)!, context.Text(turn, step.Instrument), document));
    }

    public static void Do(Turn turn, Step.RecordFunds step, StepContext context)
    {
        var on = context.Date(turn, new Value.Given(step.Dated));
        var amounts = step.Amounts.Where(context.Given.ContainsKey)
            .ToImmutableSortedDictionary(n => n, n => ((FieldValue.Number)context.Given[n]).Value, StringComparer.Ordinal);
        turn.Record(new Change.FundsRecorded(context.ProcedureId, step.As, on, amounts));
        foreach (var rule in turn.Pack.Funds.Where(f => f.WarnAt.Contains(step.As)))
        {
            var (part, whole) = Funds.Of(turn, rule, step.As, on.Year);
            (part, whole) = (part + amounts.GetValueOrDefault(rule.Share), whole + amounts.GetValueOrDefault(rule.Of));
            if (!rule.IsMet(part, whole))
            {
                turn.Record(new Change.FundShareShort(rule.Name, step.As, on.Year, part, whole));
                if (rule.Letter is { } letter)
                {
                    Letters.Issue(turn, new Step.Letter(letter), null, context);
                }
            }
        }
    }

    // Values filed outside a round are those of the baseline year.
    private static string PeriodOf(StepContext context) => context.Procedure.With.GetValueOrDefault(Duties.Period, MeasuredValue.Baseline);

    // What came in time has settled its occurrence by now, or settles it yet.
    private static bool IsLate(Turn turn, string occurrence) =>
        turn.State.Past.TryGetValue(occurrence, out var over) ? over == OccurrenceState.SettledLate
        : turn.State.Occurrences.FirstOrDefault(o => o.Id == occurrence) is { } owed && turn.Received >= owed.Due.DueAt;
}
