using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// A plan in parts that can be walked one by one. Tasks of one shape go alike (who leads, whether an instrument is to be issued, whether
/// it is measured, by growth or in words) and no task looks at another, so one of each shape is lived in a plan of its own. What is owed
/// of the plan as a whole and that nothing else looks at is lived in a plan without tasks.
/// </summary>
internal static class Shapes
{
    /// <summary>The parts of a pack; the pack itself where it has no tasks.</summary>
    public static IEnumerable<Pack> Of(Pack pack)
    {
        if (pack.Items.IsEmpty)
        {
            return [pack];
        }

        var apart = pack.Duties.Where(d => IsApart(pack, d)).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        return pack.Items.GroupBy(Name, StringComparer.Ordinal).Select(g => pack with
        {
            Items = [Least(g.First())],
            Funds = [],
            Duties = [.. pack.Duties.Where(d => !apart.Contains(d.Name))],
        }).Append(pack with { Items = [] });
    }

    // Of several indicators that are judged alike, and of several instruments, one says as much as all.
    private static ItemRule Least(ItemRule item) => item with
    {
        Instruments = [.. item.Instruments.Take(1)],
        Indicators = [.. item.Indicators.DistinctBy(Judged)],
    };

    private static string Name(ItemRule item) => string.Join(
        ' ', item.Lead.IsEmpty, item.LeadFrom is null, item.Instruments.IsEmpty, string.Join('+', item.Indicators.Select(Judged).Distinct().Order(StringComparer.Ordinal)));

    private static string Judged(IndicatorRule indicator) => indicator.Grows ? "growth" : indicator.Target is null ? "words" : "amount";

    // Owed by no task, and whatever comes of it changes nothing that others look at.
    private static bool IsApart(Pack pack, DutyRule duty)
    {
        var procedure = pack.Procedure(duty.Starts);
        return !duty.PerItem && !procedure.PerItem && duty.HeldBy is null && duty.Replaces is null && procedure.Blocks.IsEmpty
            && pack.Duties.All(d => d.Replaces != duty.Name && d.HeldBy != procedure.Name)
            && procedure.Stages.SelectMany(s => s.Transitions).SelectMany(t => t.Do).All(s => s is Step.Announce or Step.Letter or Step.RecordFunds or Step.SetMark)
            && !Transitions(pack).Any(t => Names(t.If, procedure.Name) || t.Do.OfType<Step.Start>().Any(s => s.Procedure == procedure.Name));
    }

    private static IEnumerable<TransitionRule> Transitions(Pack pack) =>
        pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere).Append(p.OpenedBy?.Act)).OfType<TransitionRule>();

    private static bool Names(Guard? guard, string procedure) => guard switch
    {
        Guard.NotRunning g => g.Procedure == procedure,
        Guard.All g => g.Guards.Any(each => Names(each, procedure)),
        Guard.Any g => g.Guards.Any(each => Names(each, procedure)),
        Guard.AtLeast g => g.Guards.Any(each => Names(each, procedure)),
        _ => false,
    };
}
