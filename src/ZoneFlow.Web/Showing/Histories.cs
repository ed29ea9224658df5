using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Showing;

/// <summary>Reads a case's journal.</summary>
public sealed class Histories(ICaseStore store)
{
    public async Task<IReadOnlyList<(Entry Entry, string Hash)>> ReadAsync(CaseId id, CancellationToken cancellationToken) =>
        [.. (await store.JournalAsync(id, 0, int.MaxValue, cancellationToken)).Select(s => (JournalText.Read(s.Bytes.Span), Convert.ToHexStringLower(s.Hash.Span)))];

    /// <summary>The entry that a signal wrote, or null where it wrote none.</summary>
    public async Task<Entry?> OfAsync(CaseId id, SignalId signal, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken)).FirstOrDefault(e => e.Entry.Cause == signal.Value).Entry;
}
