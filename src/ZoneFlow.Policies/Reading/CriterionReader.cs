using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>criteria:</c> groups of conditions, each tested, judged or both. A test reads as a sentence:
/// <c>{field: core-area, at-least: 500}</c>, <c>{sum: [a, b], at-least: 10}</c>, <c>{any: […]}</c>.
/// That the form asks for a test's fields is the linter's to say, for it is the policy's defect and not the file's.
/// </summary>
internal static class CriterionReader
{
    private static readonly string[] Shapes = ["any", "all", "sum", "ratio", "field"];
    private static readonly string[] Comparisons = ["years-before", "at-least", "at-most", "is", "is-not", "has-all"];

    public static ImmutableArray<CriterionRule> Read(IEnumerable<YamlNode> maps, PackContext pack)
    {
        var all = ImmutableArray.CreateBuilder<CriterionRule>();
        foreach (var (group, _, criteria) in maps.Where(m => m.MustBeMap()).SelectMany(m => m.Entries))
        {
            pack.Names.Declare(Kinds.Criteria, group);
            all.AddRange(pack.Each(criteria, $"criterion of {group}", $"criteria/{group}", (name, node) => Criterion(group, name, node, pack)));
        }
        return all.ToImmutable();
    }

    private static CriterionRule Criterion(string group, string name, YamlNode node, PackContext pack)
    {
        var relax = node.OptionalMap("relax");
        var rule = new CriterionRule(
            group,
            name,
            Labels.Of(node),
            node.OptionalMap("test") is { } test ? Test(test, pack) : null,
            pack.OptionalName(node, "judge", Kinds.Role),
            relax is null ? null : pack.Name(relax, "by", Kinds.Role),
            relax is null ? [] : Scalars.Texts(relax.Required("grounds")),
            Sources.Of(node));
        relax?.RefuseUnknownKeys();
        if (rule is { Test: null, Judge: null })
        {
            node.Report($"{node.Path} needs 'test:' (the machine can tell) or 'judge:' (an official attests it).");
        }
        return rule;
    }

    private static CriterionTest? Test(YamlNode node, PackContext pack)
    {
        var test = Shape(node, pack);
        node.RefuseUnknownKeys();
        return test;
    }

    private static CriterionTest? Shape(YamlNode node, PackContext pack)
    {
        switch (Shapes.FirstOrDefault(node.Has))
        {
            case "any":
                return new CriterionTest.Any(Several(node, "any", pack));
            case "all":
                return new CriterionTest.All(Several(node, "all", pack));
            case "sum":
                return new CriterionTest.SumAtLeast(Scalars.Texts(node.Required("sum")), node.Number("at-least"));
            case "ratio":
                return Ratio(node);
            case "field":
                return OfField(node.RequiredText("field") ?? "", node, pack);
        }
        node.Report($"{node.Path} must be a test: it begins with one of: {string.Join(", ", Shapes)}.");
        return null;
    }

    private static CriterionTest.RatioAtLeast? Ratio(YamlNode node)
    {
        var bound = node.Number("at-least");
        var pair = node.Required("ratio")!;
        if (Scalars.Texts(pair) is [var part, var whole])
        {
            return new CriterionTest.RatioAtLeast(part, whole, bound);
        }
        pair.Report("A ratio names two fields: [part, whole].");
        return null;
    }

    private static CriterionTest? OfField(string field, YamlNode node, PackContext pack)
    {
        switch (Comparisons.FirstOrDefault(node.Has))
        {
            case "years-before":
                return new CriterionTest.YearsBefore(field, Marks.Use(node.Required("years-before"), pack), node.Whole("at-least"));
            case "at-least":
                _ = node.Optional("years-before");
                return new CriterionTest.AtLeast(field, node.Number("at-least"));
            case "at-most":
                return new CriterionTest.AtMost(field, node.Number("at-most"));
            case "is":
                return new CriterionTest.Is(field, node.RequiredText("is") ?? "");
            case "is-not":
                return new CriterionTest.IsNot(field, node.RequiredText("is-not") ?? "");
            case "has-all":
                return new CriterionTest.HasAll(field, Scalars.Texts(node.Required("has-all")));
        }
        node.Report($"{node.Path} must compare with one of: {string.Join(", ", Comparisons)}.");
        return null;
    }

    private static ImmutableArray<CriterionTest> Several(YamlNode node, string key, PackContext pack) =>
        [.. node.RequiredList(key).Select(n => Test(n, pack)).OfType<CriterionTest>()];
}
