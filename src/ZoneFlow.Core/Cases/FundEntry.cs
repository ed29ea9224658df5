using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One entry of a plan's funds, in yuan. It is never edited: what was wrong is reversed by an entry of its own.</summary>
/// <param name="As">budget (安排), payment (支出) or recovery (追回).</param>
/// <param name="Reverses">The entry that this one takes back, or null.</param>
/// <param name="ReversedBy">The entry that took this one back, or null.</param>
public sealed record FundEntry(
    string Id, string As, DateOnly On, ImmutableSortedDictionary<string, decimal> Amounts, PartyId? By, DateTimeOffset At, string? Reverses, string? ReversedBy)
{
    /// <summary>What it adds to what may still be paid: appropriations and recoveries add, payments take away, a reversal is the opposite.</summary>
    public decimal Effect(string field) => Amounts.GetValueOrDefault(field) * (As == Step.RecordFunds.Payment ? -1 : 1) * (Reverses is null ? 1 : -1);
}
