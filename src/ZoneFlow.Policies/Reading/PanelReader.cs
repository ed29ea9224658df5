using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>panel:</c> who scores what: <c>of</c> a role, <c>over: self</c> or <c>{items: state}</c>, <c>seats: {by, least, most, preset}</c>,
/// <c>score: {least, most}</c>, <c>weights: {basis: 30, …}</c>, <c>ties: meeting</c>.
/// </summary>
internal static class PanelReader
{
    public static PanelRule Read(YamlNode node, Scope scope)
    {
        var seats = node.RequiredMap("seats");
        var score = node.OptionalMap("score");
        var rule = new PanelRule(
            scope.Pack.Name(node, "of", Kinds.Role),
            StageReader.Entries(node, "over", scope),
            seats is null ? "" : scope.Pack.Name(seats, "by", Kinds.Role),
            seats?.Whole("least") ?? 0,
            seats?.Whole("most") ?? 0,
            seats?.Whole("preset") ?? 0,
            score?.Number("least") ?? 0,
            score?.Number("most") ?? 100,
            Weights(node.OptionalMap("weights")),
            node.Says("ties", "meeting"),
            Sources.Of(node));
        seats?.RefuseUnknownKeys();
        score?.RefuseUnknownKeys();
        node.RefuseUnknownKeys();
        if (rule.FewestSeats < 1 || rule.PresetSeats < rule.FewestSeats || rule.MostSeats < rule.PresetSeats)
        {
            (seats ?? node).Report("A panel's seats must be 1 or more, and least, preset and most must not fall in that order.");
        }
        return rule;
    }

    private static ImmutableSortedDictionary<string, decimal> Weights(YamlNode? map) =>
        (map?.Keys ?? []).ToImmutableSortedDictionary(k => k, k => map!.Number(k), StringComparer.Ordinal);
}
