using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The cases that somebody follows, counted and by their next last day: no list is read whole for it but the applicant's own.</summary>
public sealed class FollowedCases(ICaseStore store)
{
    /// <summary>How many there are of each way to stand and each next last day.</summary>
    public async Task<IReadOnlyList<CaseCount>> CountsAsync(Actor actor, IReadOnlyList<Pack> packs, CancellationToken cancellationToken)
    {
        var following = Following.Of(actor, packs);
        var counts = new List<CaseCount>();
        foreach (var (kind, region) in following.Whole)
        {
            counts.AddRange(await store.CaseCountsAsync(kind, region, cancellationToken));
        }

        counts.AddRange((await OwnAsync(following, cancellationToken)).Select(c => new CaseCount(c.Outline, c.NextLast, 1)));
        return counts;
    }

    /// <summary>A page of those that run and have their next last day in a span, by that day.</summary>
    public async Task<IReadOnlyList<CaseSummary>> DatedAsync(
        Actor actor, IReadOnlyList<Pack> packs, DueSpan span, int skip, int most, CancellationToken cancellationToken)
    {
        var following = Following.Of(actor, packs);
        var end = skip > int.MaxValue - most ? int.MaxValue : skip + most;
        var found = new List<CaseSummary>();
        foreach (var (kind, region) in following.Whole)
        {
            found.AddRange(await store.DatedAsync(kind, region, span.First, span.Until, 0, end, cancellationToken));
        }

        found.AddRange((await OwnAsync(following, cancellationToken)).Where(c => !c.Final && c.NextLast is { } next && span.Has(next)));
        return [.. found.OrderBy(c => c.NextLast).Skip(skip).Take(most)];
    }

    private async Task<IEnumerable<CaseSummary>> OwnAsync(Following following, CancellationToken cancellationToken) => following.Own is { } party
        ? (await store.IndexAsync(Indexes.Own, party.Value, null, int.MaxValue, cancellationToken)).Select(RegisterRows.Read)
            .Where(c => !following.Has(c.Kind, c.Region))
        : [];
}
