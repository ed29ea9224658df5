using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>What a plan's journal says of its ledger, none of which stands in the case's state.</summary>
public static class PlanLedger
{
    public static PlanBook Of(IEnumerable<Entry> journal) => PlanBook.Of(journal.SelectMany(LedgerLine.Of));

    /// <summary>The last value filed for each item, indicator and period, in the order first filed.</summary>
    public static ImmutableArray<MeasuredValue> Values(IEnumerable<Entry> journal) => [.. Of(journal).Measured];

    /// <summary>The sums of every kind of amount by year.</summary>
    public static ImmutableArray<FundSum> Funds(IEnumerable<Entry> journal) => Of(journal).Sums();
}
