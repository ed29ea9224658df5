using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>A plan as it was in force from a day on.</summary>
/// <param name="Document">The paper it stands on; null where it is the pack's own text.</param>
/// <param name="Lines">All of it, whatever the version before it had.</param>
public sealed record PlanVersion(int Number, DateOnly Since, FiledDocument? Document, ImmutableArray<PlanClause> Lines)
{
    /// <summary>What a plan of the pack's own tasks holds its units to before anything is changed.</summary>
    public static PlanVersion OfPack(Pack pack, DateOnly since) =>
        new(1, since, null, [.. pack.Items.SelectMany(t => t.Indicators.Select(i => PlanClause.Of(t.Key, i)))]);

    /// <summary>The version with one task's lines alone.</summary>
    public PlanVersion Only(string item) => this with { Lines = [.. Lines.Where(l => l.Item == item)] };

    /// <summary>The indicators that a version holds a task to; the pack's own where the case has no version of its own.</summary>
    public static ImmutableArray<IndicatorRule> Indicators(Pack pack, PlanVersion? version, string item)
    {
        var task = pack.Item(item);
        return version is null || (version.Document is null && task is not null)
            ? task?.Indicators ?? []
            : [.. version.Lines.Where(l => l.Kind == PlanClauseKind.Indicator && l.Item == item).Select(l => l.Rule(task, SourceOf(version)))];
    }

    /// <summary>The baseline years' amounts that the plan itself states: approved with it.</summary>
    public IEnumerable<MeasuredValue> Baselines(Pack pack) => Lines
        .Where(l => l is { Kind: PlanClauseKind.Indicator, BaselineAmount: not null, Baseline: not null })
        .Select(l => new MeasuredValue(
            l.Item, l.Rule(pack.Item(l.Item), SourceOf(this)).Name, MeasuredValue.Baseline, new DateOnly(l.Baseline!.Value, 12, 31), l.BaselineAmount, true));

    private static Source SourceOf(PlanVersion version) => Source.Of($"方案第{version.Number}版");
}
