using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// The tasks of a plan by what decides how they can go: who leads, whether an instrument is to be issued, how it is measured. Tasks
/// of one shape go alike, and no task looks at another, so a walk lives one of each shape, each in a plan of its own.
/// </summary>
internal static class Shapes
{
    /// <summary>The pack with one task of each shape in turn; the pack itself where it has none.</summary>
    public static IEnumerable<Pack> Of(Pack pack) => pack.Items.IsEmpty
        ? [pack]
        : pack.Items.GroupBy(Name, StringComparer.Ordinal).Select(g => pack with { Items = [Least(g.First())] });

    // Of several indicators of one basis, and of several instruments, one says as much as all.
    private static ItemRule Least(ItemRule item) => item with
    {
        Instruments = [.. item.Instruments.Take(1)],
        Indicators = [.. item.Indicators.DistinctBy(i => i.Basis).OrderBy(i => i.Basis)],
    };

    private static string Name(ItemRule item) => string.Join(
        ' ', item.Lead.IsEmpty, item.LeadFrom is null, item.Responsible.IsEmpty, item.Instruments.IsEmpty, string.Join('+', item.Indicators.Select(i => i.Basis).Distinct().Order()));
}
