using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>The lines of a plan that nobody has written, and those that are in force.</summary>
internal static class PlanLines
{
    /// <summary>
    /// A plan with every target doubled, and one with every target as the pack's own tasks have it: what met the one may fall short
    /// of the other. Where the pack has no indicators there is one of the plan's own.
    /// </summary>
    public static IEnumerable<ImmutableArray<string>> Of(Pack pack, DateOnly today)
    {
        var lines = PlanVersion.OfPack(pack, today).Lines;
        return lines.IsEmpty
            ? [Rows([Own])]
            : [Rows([.. lines.Select(l => l with { Bound = l.Bound * 2 })]), Rows(lines)];
    }

    /// <summary>What the version in force holds a task to; of a zone's plan, what it holds the zone to.</summary>
    public static ImmutableArray<IndicatorRule> InForce(World world, CaseState state, string item) => PlanVersion.Indicators(
        world.Rules.Policy, state.Plan is null ? null : world.Book(state.Id).VersionOn(world.Today), item);

    private static PlanClause Own { get; } =
        new(PlanClauseKind.Indicator, "", "指标", null, IndicatorBasis.Stock, null, null, false, 1, null, null, null);

    private static ImmutableArray<string> Rows(ImmutableArray<PlanClause> lines) => [.. lines.Select(l => string.Join('|', PlanTable.Row(l)))];
}
