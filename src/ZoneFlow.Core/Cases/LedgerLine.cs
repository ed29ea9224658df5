namespace ZoneFlow.Core.Cases;

/// <summary>One change of a case that its plan's ledger keeps: a row of the case, and a line of its journal.</summary>
/// <param name="Entry">The journal entry it stands in, and <paramref name="Index"/> its place there.</param>
/// <param name="By">Whose act it was; null for the system's own.</param>
public sealed record LedgerLine(long Entry, int Index, DateTimeOffset At, PartyId? By, Change Change)
{
    /// <summary>What a person quotes it by.</summary>
    public string Id => $"{Entry}-{Index}";

    /// <summary>The lines that an entry adds to the ledger.</summary>
    public static IEnumerable<LedgerLine> Of(Entry entry) => entry.Changes
        .Select((c, i) => new LedgerLine(entry.Sequence, i, entry.At, entry.Actor.Party, c))
        .Where(l => l.Change is Change.ValuesFiled or Change.ValuesVerified or Change.FundsRecorded or Change.FundsReversed or Change.PlanDrafted
            or Change.PlanAdopted or Change.PlanJudged or Change.InstrumentIssued);
}
