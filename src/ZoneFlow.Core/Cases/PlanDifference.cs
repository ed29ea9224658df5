using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A line that two versions of a plan do not share, or do not have alike.</summary>
/// <param name="Was">Null where it is new; <paramref name="Now"/> null where it is gone.</param>
public sealed record PlanDifference(PlanClause? Was, PlanClause? Now)
{
    /// <summary>What changed from one version to the next, in the order of the later one, what is gone last.</summary>
    public static ImmutableArray<PlanDifference> Between(IEnumerable<PlanClause> was, IEnumerable<PlanClause> now)
    {
        var before = was.ToDictionary(l => l.Key);
        var after = now.ToList();
        return
        [
            .. after.Select(l => new PlanDifference(before.GetValueOrDefault(l.Key), l)).Where(d => d.Was != d.Now),
            .. before.Values.Where(l => after.All(a => a.Key != l.Key)).Select(l => new PlanDifference(l, null)),
        ];
    }
}
