using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>cases:</c> the kinds of case with their standings (the first is the one a case begins in), flags and items.</summary>
internal static class CaseReader
{
    public static CaseRule Read(string kind, YamlNode node, PackContext pack)
    {
        var path = $"cases/{kind}";
        var items = node.OptionalMap("items");
        var own = items?.OptionalMap("from-pack");
        var rule = new CaseRule(
            kind,
            Labels.Of(node),
            pack.Name(node, "opened-by", Kinds.Role),
            pack.Name(node, "opens-with", Kinds.Procedure),
            pack.Each(node.Required("standings"), Kinds.Standing(kind), $"{path}/standings", (name, at) =>
                new StandingRule(name, Labels.Of(at), at.Flag("final"), at.Flag("public"))),
            Named(node.OptionalMap("flags"), Kinds.Flag(kind), $"{path}/flags", pack),
            items?.RequiredText("of"),
            Named(items?.Required("states"), Kinds.ItemState(kind), $"{path}/items", pack),
            node.Flag("joins-round"))
        {
            PackItems = own is null ? null : new PackItems(pack.Name(own, "named", Kinds.ItemState(kind)), pack.Name(own, "unnamed", Kinds.ItemState(kind))),
        };
        own?.RefuseUnknownKeys();
        items?.RefuseUnknownKeys();
        return rule;
    }

    private static ImmutableSortedDictionary<string, Label> Named(YamlNode? map, string kind, string path, PackContext pack) =>
        pack.Each(map, kind, path, (name, node) => (Name: name, Label: Labels.Of(node)))
            .ToImmutableSortedDictionary(x => x.Name, x => x.Label, StringComparer.Ordinal);
}
