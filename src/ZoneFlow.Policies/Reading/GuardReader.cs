using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>if:</c> one condition of the closed list, as a map of one key.</summary>
internal static class GuardReader
{
    private const string Known =
        "standing, received-before, later, in-order, past, not-banned, not-running, no-item, every-item, members, not-in, fund-rules, indicators, instruments, all, any, at-least";

    public static Guard? Read(YamlNode? node, Scope scope)
    {
        if (node is null || node.Single("condition") is not { } only)
        {
            return null;
        }
        var (key, value, pack) = (only.Key, only.Value, scope.Pack);
        switch (key)
        {
            case "standing":
                return new Guard.InStanding([.. Scalars.OneOrMany(value).Select(n => pack.Use(n, Kinds.Standing(scope.Case)))]);
            case "received-before":
                return new Guard.ReceivedBefore(Marks.Use(value, pack));
            case "past":
                return new Guard.Past(Marks.Use(value, pack));
            case "later":
                return Closed(value, n => new Guard.Later(n.RequiredText("input") ?? "", Marks.Use(n.Required("mark"), pack)));
            case "in-order":
                return Closed(value, n => new Guard.InOrder(n.RequiredText("first") ?? "", n.RequiredText("second") ?? ""));
            case "not-banned":
                return Closed(value, n => new Guard.NotBanned(Scalars.Texts(n.Required("subject")), n.RequiredText("scope") ?? ""));
            case "not-running":
                return new Guard.NotRunning(pack.Use(value, Kinds.Procedure));
            case "no-item":
                return new Guard.NoItem(pack.Use(value, Kinds.ItemState(scope.Case)));
            case "every-item":
                return new Guard.EveryItem(pack.Use(value, Kinds.ItemState(scope.Case)));
            case "members":
                return node.Says("members", "same-as-items") ? new Guard.MembersAreItems() : null;
            case "not-in":
                return Closed(value, n => new Guard.NotIn(n.RequiredText("input") ?? "", TransitionReader.LookUp(n.Required("look-up"))));
            case "fund-rules":
                return node.Word("fund-rules", "met", "broken") == "met" ? new Guard.FundRulesMet() : new Guard.FundRulesBroken();
            case "indicators":
                return node.Says("indicators", "met") ? new Guard.IndicatorsMet() : null;
            case "instruments":
                return node.Says("instruments", "issued") ? new Guard.InstrumentsIssued() : null;
            case "all":
                return new Guard.All(Several(value, scope));
            case "any":
                return new Guard.Any(Several(value, scope));
            case "at-least":
                return Closed(value, n => new Guard.AtLeast(n.Whole("count"), Several(n.Required("of"), scope)));
        }
        only.KeyNode.Report($"There is no condition '{key}'; there are: {Known}.");
        return null;
    }

    private static Guard? Closed(YamlNode node, Func<YamlNode, Guard> read)
    {
        if (!node.MustBeMap())
        {
            return null;
        }
        var guard = read(node);
        node.RefuseUnknownKeys();
        return guard;
    }

    private static ImmutableArray<Guard> Several(YamlNode? node, Scope scope) =>
        node is not null && node.MustBeList() ? [.. node.Items.Select(n => Read(n, scope)).OfType<Guard>()] : [];
}
