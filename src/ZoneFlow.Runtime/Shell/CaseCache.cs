using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Shell;

/// <summary>A case as it stands in the store.</summary>
/// <param name="Head">The hash of its last entry.</param>
/// <param name="Rows">Its rows of the read model, where they have been made already.</param>
/// <param name="Stored">The version of the state that the store holds, its own or an earlier one.</param>
public sealed record KnownCase(CaseState State, ReadOnlyMemory<byte> Head, long Stored, ImmutableArray<ModelRow>? Rows = null);

/// <summary>
/// The cases of late, as they stand, so that neither the store nor a parser is asked again. Only for a head whose one
/// process writes the store: what is found is never older than the last commit that was answered. Bounded by count;
/// those not used since the last look go first. Parked cases are not kept.
/// </summary>
public sealed class CaseCache
{
    private const int Usual = 16_384;
    private const int Parts = 64;
    private readonly CaseCachePart[] _parts;

    /// <param name="most">How many cases are kept at most, roughly.</param>
    public CaseCache(int most = Usual) => _parts = [.. Enumerable.Range(0, Parts).Select(_ => new CaseCachePart(Math.Max(1, most / Parts)))];

    public KnownCase? Find(CaseId id) => Of(id).Find(id);

    /// <summary>Taken before a case is loaded and given back with what was loaded.</summary>
    public long Mark(CaseId id) => Of(id).Mark;

    /// <summary>Keeps a case that was loaded and is not parked, unless something has been committed since the mark.</summary>
    public void Loaded(CaseId id, KnownCase known, long mark) => Of(id).Loaded(id, known, mark);

    /// <summary>A commit begins; <see cref="Ended"/> follows whatever comes of it.</summary>
    public void Begun(CaseId id) => Of(id).Begun(id);

    /// <param name="known">The case as the commit has written it; null where it did not, or nobody knows.</param>
    public void Ended(CaseId id, KnownCase? known) => Of(id).Ended(id, known);

    /// <summary>The case was parked, or written by another way than a decision: it is not kept until it is loaded anew.</summary>
    public void Forget(CaseId id) => Of(id).Forget(id);

    private CaseCachePart Of(CaseId id) => _parts[(uint)id.Value.GetHashCode(StringComparison.Ordinal) % Parts];
}
