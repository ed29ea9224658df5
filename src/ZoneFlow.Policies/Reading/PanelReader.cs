using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>panel:</c> who scores what: <c>of</c> a role, <c>over: self</c> or <c>{items: state}</c>, <c>seats: {by, least, most, preset}</c>,
/// <c>score: {least, most}</c>, <c>weights: {basis: 30, …}</c> or <c>{basis: {weight: 30, zh: 基础, en: Basis}, …}</c>, <c>ties: meeting</c>.
/// </summary>
internal static class PanelReader
{
    public static PanelRule Read(YamlNode node, Scope scope)
    {
        var seats = node.RequiredMap("seats");
        var score = node.OptionalMap("score");
        var sheet = node.OptionalMap("weights");
        var rule = new PanelRule(
            scope.Pack.Name(node, "of", Kinds.Role),
            StageReader.Entries(node, "over", scope),
            seats is null ? "" : scope.Pack.Name(seats, "by", Kinds.Role),
            seats?.Whole("least") ?? 0,
            seats?.Whole("most") ?? 0,
            seats?.Whole("preset") ?? 0,
            score?.Number("least") ?? 0,
            score?.Number("most") ?? 100,
            Weights(sheet),
            node.Says("ties", "meeting"),
            Sources.Of(node))
        {
            SheetLabels = Named(sheet),
        };
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
        (map?.Entries ?? []).ToImmutableSortedDictionary(
            e => e.Key, e => e.Value.IsMap ? e.Value.Number("weight") : map!.Number(e.Key), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Label> Named(YamlNode? map)
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, Label>(StringComparer.Ordinal);
        foreach (var entry in (map?.Entries ?? []).Where(e => e.Value.IsMap))
        {
            labels[entry.Key] = Labels.Of(entry.Value);
            entry.Value.RefuseUnknownKeys();
        }

        return labels.ToImmutable();
    }
}
