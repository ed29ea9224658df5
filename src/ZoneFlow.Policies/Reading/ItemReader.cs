using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>items:</c> the tasks of a plan with their units and indicators, and <c>funds:</c> the shares that must be reached.</summary>
internal static class ItemReader
{
    public static ItemRule Item(string key, YamlNode node, PackContext pack) => new(
        key,
        Labels.Of(node),
        Scalars.Texts(node.Optional("lead")),
        Scalars.Texts(node.Optional("responsible")),
        Scalars.Texts(node.Optional("instruments")),
        pack.Each(node.OptionalMap("indicators"), $"indicator of {key}", $"items/{key}/indicators", Indicator),
        Sources.Of(node));

    public static FundRule Fund(string name, YamlNode node, PackContext pack) => new(
        name,
        Labels.Of(node),
        pack.Name(node, "share", Kinds.Field),
        pack.Name(node, "of", Kinds.Field),
        node.Number("at-least"),
        Scalars.Texts(node.Optional("warn")),
        node.RequiredText("block") ?? "",
        Sources.Of(node));

    public static ClauseRule Clause(YamlNode node, PackContext pack)
    {
        var clause = new ClauseRule(
            string.Join('、', Scalars.Texts(node.Required("article"))), Labels.Of(node), pack.OptionalName(node, "role", Kinds.Role));
        node.RefuseUnknownKeys();
        return clause;
    }

    private static IndicatorRule Indicator(string name, YamlNode node) => new(
        name,
        Labels.Of(node),
        node.Has("at-least") ? node.Number("at-least") : null,
        node.OptionalText("unit"),
        Basis(node),
        node.Has("baseline") ? node.Whole("baseline") : null,
        node.OptionalDate("due"),
        Sources.Of(node));

    private static IndicatorBasis Basis(YamlNode node)
    {
        var required = node.Required("basis");
        return required is null ? default : node.Word("basis", "stock", "flow", "cumulative", "growth", "yearly-average-growth", "narrative") switch
        {
            "flow" => IndicatorBasis.Flow,
            "cumulative" => IndicatorBasis.Cumulative,
            "growth" => IndicatorBasis.Growth,
            "yearly-average-growth" => IndicatorBasis.YearlyAverageGrowth,
            "narrative" => IndicatorBasis.Narrative,
            _ => IndicatorBasis.Stock,
        };
    }
}
