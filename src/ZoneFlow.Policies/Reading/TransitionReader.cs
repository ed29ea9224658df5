using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>actions:</c> and <c>anywhere:</c> what may happen, keyed by what sets it off: an action's name, <c>elapsed</c>,
/// <c>each-unopposed</c>, <c>each-opposed</c>, <c>all-signed</c>, or another case's message as <c>round.proposed</c>.</summary>
internal static class TransitionReader
{
    private static readonly string[] LookUps = ["bans", "names", "round", "members", "supported-items", "scores", "values", "funds"];

    public static ImmutableArray<TransitionRule> Read(YamlNode? map, Scope scope)
    {
        if (map is null || !map.MustBeMap())
        {
            return [];
        }
        var all = ImmutableArray.CreateBuilder<TransitionRule>();
        foreach (var (word, key, node) in map.Entries)
        {
            var path = $"{scope.Path}/{word}";
            if (node.MustBeMap() && scope.Pack.Place(path, key))
            {
                all.Add(One(TriggerOf(word, key, scope), node, scope with { Path = path }, To(node, scope)));
                node.RefuseUnknownKeys();
            }
        }
        return all.ToImmutable();
    }

    public static TransitionRule One(Trigger on, YamlNode node, Scope scope, Destination to)
    {
        var pack = scope.Pack;
        var source = Sources.Own(node) ?? scope.Source;
        return new TransitionRule(
            on,
            Labels.Of(node, Preset(on)),
            ActorReader.Read(node.Optional("by"), pack),
            pack.NamesIn(node, "needs", Kinds.Document),
            pack.NamesIn(node, "meets", Kinds.Criteria),
            Judged(node, pack),
            node.Says("reason", "required"),
            node.OptionalText("finding"),
            Asked(node.OptionalMap("ask"), source, scope),
            [.. Scalars.OneOrMany(node.Optional("looks-up")).Select(LookUp)],
            GuardReader.Read(node.Optional("if"), scope),
            node.Says("settles", "duty"),
            node.Flag("second-factor"),
            node.Flag("after-due"),
            node.Flag("each"),
            StepReader.Read(node.OptionalList("do"), scope),
            to,
            source);
    }

    public static string LookUp(YamlNode? node)
    {
        if (node is not null && !LookUps.Contains(node.Text))
        {
            node.Report($"'{node.Text}' cannot be looked up; there are: {string.Join(", ", LookUps)}.");
        }
        return node?.Text ?? "";
    }

    private static Trigger TriggerOf(string word, YamlNode at, Scope scope)
    {
        switch (word)
        {
            case "elapsed":
                return new Trigger.Elapsed();
            case "each-unopposed":
                return new Trigger.EachUnopposed();
            case "each-opposed":
                return new Trigger.EachOpposed();
            case "all-signed":
                return new Trigger.AllSigned();
        }
        if (word.Split('.') is [var from, var say])
        {
            scope.Pack.Names.Use(Kinds.Case, from, at);
            return new Trigger.Message(from, say);
        }
        return new Trigger.Action(word);
    }

    /// <summary>What the machine sets off has a label of its own; an action and a message are named by the pack.</summary>
    private static Label? Preset(Trigger on) => on switch
    {
        Trigger.Elapsed => new Label("期限届满", "Time is up"),
        Trigger.EachUnopposed => new Label("公示无异议", "No objection"),
        Trigger.EachOpposed => new Label("公示有异议", "Objected to"),
        Trigger.AllSigned => new Label("各方均已签署", "All have signed"),
        _ => null,
    };

    private static Destination To(YamlNode node, Scope scope)
    {
        switch (node.Required("to"))
        {
            case { IsScalar: true, Text: "back" }:
                return new Destination.Back();
            case null or { IsScalar: true, Text: "stay" }:
                return new Destination.Stay();
            case var stage:
                return new Destination.Stage(scope.Pack.Use(stage, Kinds.Stage(scope.Procedure)));
        }
    }

    /// <summary>Groups of criteria, or <c>indicators</c> for the values the action asks for.</summary>
    private static ImmutableArray<string> Judged(YamlNode node, PackContext pack) =>
        [.. Scalars.OneOrMany(node.Optional("judges")).Select(n => n.Text == "indicators" ? n.Text : pack.Use(n, Kinds.Criteria))];

    private static ImmutableArray<FieldRule> Asked(YamlNode? map, Source? source, Scope scope) =>
        scope.Pack.Each(map, $"input of {scope.Path}", scope.Path, (name, node) =>
            FieldReader.Read(name, node, null, source, scope.Pack, scope.Case));
}
