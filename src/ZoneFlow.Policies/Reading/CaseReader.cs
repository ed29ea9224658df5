using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>cases:</c> the kinds of case with their standings (the first is the one a case begins in), flags and items, what of it is public, how long it is kept, and who applies jointly.</summary>
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
            Public = PublicReader.Read(node.Optional("public"), kind, $"{path}/public", pack),
            Keep = KeepReader.Read(node.Optional("keep"), kind, $"{path}/keep", pack),
            JointWith = [.. Joint(node.OptionalMap("joint-with"), pack)],
            PackItems = own is null ? null : new PackItems(pack.Name(own, "named", Kinds.ItemState(kind)), pack.Name(own, "unnamed", Kinds.ItemState(kind))),
        };
        own?.RefuseUnknownKeys();
        items?.RefuseUnknownKeys();
        return rule;
    }

    /// <summary><c>joint-with: {role: {least, most}}</c>: who applies together with the role that opens the case.</summary>
    private static IEnumerable<JointRule> Joint(YamlNode? map, PackContext pack)
    {
        foreach (var (role, key, node) in map?.Entries ?? [])
        {
            pack.Names.Use(Kinds.Role, role, key);
            if (!node.MustBeMap())
            {
                continue;
            }
            var rule = new JointRule(role, node.Whole("least"), node.Whole("most"), Sources.Of(node));
            if (rule.Least < 0 || rule.Most < 1 || rule.Most < rule.Least)
            {
                node.Report($"{node.Path} must let at least one party apply, and 'most' must not be below 'least'.");
            }
            node.RefuseUnknownKeys();
            yield return rule;
        }
    }

    private static ImmutableSortedDictionary<string, Label> Named(YamlNode? map, string kind, string path, PackContext pack) =>
        pack.Each(map, kind, path, (name, node) => (Name: name, Label: Labels.Of(node)))
            .ToImmutableSortedDictionary(x => x.Name, x => x.Label, StringComparer.Ordinal);
}
