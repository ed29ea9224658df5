using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>What a plan's journal says of values and funds: neither stands in the case's state.</summary>
public static class PlanLedger
{
    /// <summary>The last value filed for each item, indicator and period, in the order first filed.</summary>
    public static ImmutableArray<MeasuredValue> Values(IEnumerable<Entry> journal) => Values(journal.SelectMany(e => e.Changes));

    /// <inheritdoc cref="Values(IEnumerable{Entry})"/>
    public static ImmutableArray<MeasuredValue> Values(IEnumerable<Change> changes)
    {
        var values = new List<MeasuredValue>();
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.ValuesFiled c:
                    foreach (var (indicator, value) in c.Values)
                    {
                        var now = new MeasuredValue(c.Item, indicator, c.Period, c.AsOf, (value as FieldValue.Number)?.Value, false);
                        var at = values.FindIndex(v => v.Item == c.Item && v.Indicator == indicator && v.Period == c.Period);
                        if (at < 0)
                        {
                            values.Add(now);
                        }
                        else
                        {
                            values[at] = now;
                        }
                    }

                    break;
                case Change.ValuesVerified c:
                    for (var i = 0; i < values.Count; i++)
                    {
                        if (values[i].Item == c.Item && values[i].Period == c.Period)
                        {
                            values[i] = values[i] with { Verified = true };
                        }
                    }

                    break;
            }
        }

        return [.. values];
    }

    /// <summary>The sums of every kind of amount by year.</summary>
    public static ImmutableArray<FundSum> Funds(IEnumerable<Entry> journal) => Funds(journal.SelectMany(e => e.Changes));

    /// <inheritdoc cref="Funds(IEnumerable{Entry})"/>
    public static ImmutableArray<FundSum> Funds(IEnumerable<Change> changes) =>
    [
        .. changes.OfType<Change.FundsRecorded>()
            .SelectMany(c => c.Amounts.Select(a => (c.As, c.On.Year, a.Key, a.Value)))
            .GroupBy(a => (a.As, a.Year, a.Key)).Select(g => new FundSum(g.Key.As, g.Key.Year, g.Key.Key, g.Sum(a => a.Value)))
            .OrderBy(s => s.Year).ThenBy(s => s.As, StringComparer.Ordinal).ThenBy(s => s.Field, StringComparer.Ordinal),
    ];
}
