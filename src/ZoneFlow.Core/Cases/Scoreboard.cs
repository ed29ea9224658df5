using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>A case's indicators against the version of its plan that is in force on a day.</summary>
/// <param name="Version">Null where the case has no plan yet.</param>
public sealed record Scoreboard(PlanVersion? Version, ImmutableArray<IndicatorScore> Lines)
{
    public static Scoreboard Of(Pack pack, CaseState state, PlanBook book, DateOnly today)
    {
        var ofPack = pack.Cases[state.Kind].PackItems is not null;
        var version = book.VersionOn(today) ?? (ofPack ? PlanVersion.OfPack(pack, state.StandingSince) : null);
        if (version is null)
        {
            return new(null, []);
        }

        var items = ofPack ? pack.Items.Select(i => i.Key).Append("") : [""];
        var (end, measured) = (EndOf(pack, state), book.Measured.Concat(version.Baselines(pack)).ToList());
        return new(
            version,
            [.. items.SelectMany(item => PlanVersion.Indicators(pack, version, item).Select(rule => Line(item, rule, end, measured, book, today)))]);
    }

    /// <summary>The last day of a plan: of the duty under which values are filed; null where nothing ends it.</summary>
    public static DateOnly? EndOf(Pack pack, CaseState state)
    {
        foreach (var duty in pack.Duties)
        {
            var procedure = pack.Procedure(duty.Starts);
            if (procedure.Case == state.Kind && duty.Until is { } until && state.Marks.TryGetValue(until, out var mark)
                && procedure.Stages.Any(s => s.Transitions.Any(t => t.Do.Any(d => d is Step.FileValues))))
            {
                return mark.Date;
            }
        }

        return null;
    }

    private static IndicatorScore Line(string item, IndicatorRule rule, DateOnly? end, List<MeasuredValue> measured, PlanBook book, DateOnly today)
    {
        var due = rule.Target?.Due ?? end;
        var values = book.Values.Where(v => v.Value.Item == item && v.Value.Indicator == rule.Name).OrderBy(v => v.Value.AsOf).ToImmutableArray();
        return new(
            item, rule, due, Achievement.Of(rule, item, measured, due < today ? due.Value : today),
            due is { } day ? Forecast.Of(rule, item, measured, day) : null, values.LastOrDefault(v => v.Value.Period != MeasuredValue.Baseline), values);
    }
}
