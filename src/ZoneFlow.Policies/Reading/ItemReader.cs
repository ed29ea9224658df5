using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>items:</c> the tasks of a plan with their units and indicators, and <c>funds:</c> the shares that must be reached.</summary>
internal static class ItemReader
{
    /// <summary><c>{zh, en, of: […]}</c>: a unit, or a group of units.</summary>
    public static UnitRule Unit(string key, YamlNode node, PackContext pack) =>
        new(key, Labels.Of(node), pack.NamesIn(node, "of", Kinds.Unit), Sources.Of(node));

    public static ItemRule Item(string key, YamlNode node, PackContext pack)
    {
        var item = new ItemRule(
            key,
            Labels.Of(node),
            pack.NamesIn(node, "lead", Kinds.Unit),
            pack.OptionalName(node, "lead-from", Kinds.Unit),
            pack.NamesIn(node, "responsible", Kinds.Unit),
            pack.Each(node.OptionalMap("instruments"), $"instrument of {key}", $"items/{key}/instruments", (name, at) =>
                new InstrumentRule(name, Labels.Of(at), Sources.Of(at, Sources.Own(node)))),
            pack.Each(node.OptionalMap("indicators"), $"indicator of {key}", $"items/{key}/indicators", (name, at) => Indicator(name, at, Sources.Own(node))),
            Sources.Of(node));
        if (!item.Lead.IsEmpty && item.LeadFrom is not null)
        {
            node.Report($"{node.Path} either names its lead or says from which group it is named, not both.");
        }
        return item;
    }

    /// <summary><c>share</c> and <c>of</c> are amounts that some action enters; <c>warn</c> the kinds of amount (budget, payment) that are watched.</summary>
    public static FundRule Fund(string name, YamlNode node, PackContext pack) => new(
        name,
        Labels.Of(node),
        node.RequiredText("share") ?? "",
        node.RequiredText("of") ?? "",
        node.Number("at-least"),
        Scalars.Texts(node.Optional("warn")),
        node.RequiredText("block") ?? "",
        pack.OptionalName(node, "letter", Kinds.Letter),
        Sources.Of(node));

    public static ClauseRule Clause(YamlNode node, PackContext pack)
    {
        var clause = new ClauseRule(
            string.Join('、', Scalars.Texts(node.Required("article"))), Labels.Of(node), pack.OptionalName(node, "role", Kinds.Role));
        node.RefuseUnknownKeys();
        return clause;
    }

    private static IndicatorRule Indicator(string name, YamlNode node, Source? inherited)
    {
        var basis = Basis(node);
        var source = Sources.Of(node, inherited);
        var own = Target(node, source);
        var restated = node.OptionalList("restated").Where(n => n.MustBeMap()).Select(n => (Node: n, Target: Target(n, Sources.Of(n)))).ToList();
        foreach (var (at, target) in restated)
        {
            if (target is null)
            {
                at.Report($"{at.Path} must set a target: 'at-least' or 'at-most'.");
            }
            at.RefuseUnknownKeys();
        }
        var rule = new IndicatorRule(
            name, Labels.Of(node), node.OptionalText("unit"), basis, node.Has("baseline") ? node.Whole("baseline") : null,
            [.. restated.Select(r => r.Target).Prepend(own).OfType<TargetRule>()], source);
        _ = node.Optional("baseline");
        if (rule.Basis == IndicatorBasis.Narrative != rule.Targets.IsEmpty)
        {
            node.Report($"{node.Path} must set a target, 'at-least' or 'at-most', unless its basis is 'narrative'.");
        }
        if (rule.Grows != rule.Baseline is not null)
        {
            node.Report($"{node.Path} needs 'baseline:', the year, where its basis is growth, and nowhere else.");
        }
        return rule;
    }

    private static TargetRule? Target(YamlNode node, Source source)
    {
        var most = node.Has("at-most");
        _ = (node.Optional("at-least"), node.Optional("at-most"));
        var due = node.OptionalDate("due");
        if (most && node.Has("at-least"))
        {
            node.Report($"{node.Path} has either 'at-least' or 'at-most'.");
        }
        return most || node.Has("at-least") ? new TargetRule(node.Number(most ? "at-most" : "at-least"), most, due, source) : null;
    }

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
