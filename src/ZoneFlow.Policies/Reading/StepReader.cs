using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>do:</c> a list of steps in the order they are done, each a map of one key.</summary>
internal static class StepReader
{
    private const string Known =
        "mark, standing, flag, unflag, set, item, other-items, rank, applicant, units, values, funds, instrument, plan, register, start, stop-others, outcome, ban, join, send, announce, letter";

    public static ImmutableArray<Step> Read(ImmutableArray<YamlNode> steps, Scope scope) => [.. steps.SelectMany(s => One(s, scope))];

    private static IEnumerable<Step> One(YamlNode node, Scope scope)
    {
        if (node.Single("step") is not { } only)
        {
            return [];
        }
        var (value, pack, kind) = (only.Value, scope.Pack, scope.Case);
        switch (only.Key)
        {
            case "mark":
                return Each(value, (key, at) => new Step.SetMark(Marks.Use(key, pack), DateOf(at, pack)));
            case "standing":
                return [new Step.SetStanding(pack.Use(value, Kinds.Standing(kind)))];
            case "flag":
                return [new Step.RaiseFlag(pack.Use(value, Kinds.Flag(kind)))];
            case "unflag":
                return [new Step.LowerFlag(pack.Use(value, Kinds.Flag(kind)))];
            case "set":
                return [new Step.SetFields(Scalars.Texts(value))];
            case "item":
                return value.IsScalar
                    ? [new Step.SetItem(pack.Use(value, Kinds.ItemState(kind)), null, null)]
                    : Closed(value, n => new Step.SetItem(pack.Name(n, "to", Kinds.ItemState(kind)), n.OptionalText("chosen"), pack.OptionalName(n, "from", Kinds.ItemState(kind))));
            case "rank":
                return [new Step.Rank(pack.Use(value, Kinds.ItemState(kind)))];
            case "applicant":
                return Each(value, (key, at) => new Step.ChangeApplicant(pack.Use(key, Kinds.Role), at.Text.TrimStart('$')));
            case "other-items":
                return Closed(value, n => new Step.SetOtherItems(
                    pack.Name(n, "from", Kinds.ItemState(kind)), pack.Name(n, "to", Kinds.ItemState(kind)), n.OptionalText("not-chosen")));
            case "units":
                return Closed(value, n => new Step.NameUnits(n.OptionalText("items"), n.RequiredText("lead") ?? "", n.OptionalText("responsible")));
            case "values":
                return value is { IsScalar: true, Text: "verify" }
                    ? [new Step.VerifyValues()]
                    : Closed(value, n => new Step.FileValues(n.RequiredText("file") ?? ""));
            case "funds":
                return value.IsMap && value.Has("reverse")
                    ? Closed(value, n => new Step.ReverseFunds(n.RequiredText("reverse") ?? ""))
                    : Closed(value, n => new Step.RecordFunds(
                        n.Word("as", Step.RecordFunds.Payment, Step.RecordFunds.Budget, Step.RecordFunds.Recovery), n.RequiredText("dated") ?? "", Scalars.Texts(n.Required("amounts"))));
            case "instrument":
                return Closed(value, n => new Step.IssueInstrument(
                    n.Required("issued") is { } issued ? ValueOf(issued) : new Value.Literal(""), pack.Name(n, "document", Kinds.Document)));
            case "plan":
                return value switch
                {
                    { IsScalar: true, Text: "judge" } => [new Step.JudgePlan()],
                    { IsMap: true } => Closed(value, n => new Step.DraftPlan(n.RequiredText("draft") ?? "")),
                    _ => [new Step.AdoptPlan(pack.Use(value, Kinds.Document))],
                };
            case "register":
                return Each(value, (key, at) => new Step.Register(key.Text, ValueOf(at)));
            case "start":
                return Start(value, pack);
            case "stop-others":
                return value is { IsScalar: true, Text: "all" }
                    ? [new Step.StopOthers([])]
                    : Closed(value, n => new Step.StopOthers(pack.NamesIn(n, "except", Kinds.Procedure)));
            case "outcome":
                return [new Step.ApplyOutcome(value.Text.StartsWith('$') ? ValueOf(value) : new Value.Literal(pack.Use(value, Kinds.Outcome)))];
            case "ban":
                return [new Step.ImposeBan(pack.Use(value, Kinds.Ban))];
            case "join":
                return Each(value, (key, at) => new Step.Join(pack.Use(key, Kinds.Case), ValueOf(at)));
            case "send":
                return Closed(value, n => Send(n, scope));
            case "announce":
                return [new Step.Announce(pack.Use(value, Kinds.Document))];
            case "letter":
                return [new Step.Letter(pack.Use(value, Kinds.Letter))];
        }
        only.KeyNode.Report($"There is no step '{only.Key}'; there are: {Known}.");
        return [];
    }

    /// <summary><c>$name</c> is an input or a start value, <c>today</c> the day of receipt; anything else is itself.</summary>
    public static Value ValueOf(YamlNode node) => Text(node) switch
    {
        ['$', .. var name] when name.Length > 0 => new Value.Given(name),
        "today" => new Value.Today(),
        var text => new Value.Literal(text),
    };

    /// <summary>As a value, and <c>round.closes</c> a date of the round that the action looks up.</summary>
    private static Value DateOf(YamlNode node, PackContext pack) =>
        node.Text.StartsWith("round.", StringComparison.Ordinal) ? new Value.OfRound(Marks.Use(node, pack)["round.".Length..]) : ValueOf(node);

    private static IEnumerable<Step> Start(YamlNode value, PackContext pack)
    {
        var none = ImmutableSortedDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal);
        return value.IsScalar
            ? [new Step.Start(pack.Use(value, Kinds.Procedure), none)]
            : Closed(value, n => new Step.Start(
                pack.Name(n, "procedure", Kinds.Procedure),
                (n.OptionalMap("with")?.Entries ?? []).ToImmutableSortedDictionary(e => e.Key, e => ValueOf(e.Value), StringComparer.Ordinal)));
    }

    private static Step.Send Send(YamlNode node, Scope scope)
    {
        Recipients to = node.Required("to") switch
        {
            { IsMap: true } chosen when chosen.Has("chosen") => Chosen(chosen),
            { IsMap: true } items => OfState(items, scope),
            { Text: "items" } => new Recipients.Items(null),
            { Text: "item" } => new Recipients.ThisItem(),
            var kind => new Recipients.Linked(scope.Pack.Use(kind, Kinds.Case)),
        };
        return new Step.Send(
            to,
            node.RequiredText("say") ?? "",
            Scalars.Texts(node.Optional("with")),
            scope.Pack.OptionalName(node, "while", Kinds.Standing(scope.Case)));
    }

    private static Recipients.Chosen Chosen(YamlNode node)
    {
        var chosen = new Recipients.Chosen(node.RequiredText("chosen") ?? "");
        node.RefuseUnknownKeys();
        return chosen;
    }

    private static Recipients.Items OfState(YamlNode node, Scope scope)
    {
        var items = new Recipients.Items(scope.Pack.Name(node, "items", Kinds.ItemState(scope.Case)));
        node.RefuseUnknownKeys();
        return items;
    }

    private static IEnumerable<Step> Each(YamlNode map, Func<YamlNode, YamlNode, Step> read) =>
        map.MustBeMap() ? [.. map.Entries.Select(e => read(e.KeyNode, e.Value))] : [];

    private static IEnumerable<Step> Closed(YamlNode node, Func<YamlNode, Step> read)
    {
        if (!node.MustBeMap())
        {
            return [];
        }
        var step = read(node);
        node.RefuseUnknownKeys();
        return [step];
    }

    private static string Text(YamlNode node) => node.MustBeText() ? node.Text : "";
}
