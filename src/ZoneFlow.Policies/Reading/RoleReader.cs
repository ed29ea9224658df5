using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>roles:</c> and <c>documents:</c>.</summary>
internal static class RoleReader
{
    public static RoleRule Role(string name, YamlNode node, PackContext pack) => new(
        name,
        Labels.Of(node),
        Kind(node),
        Aliases(node.OptionalMap("alias")),
        pack.OptionalName(node, "named-by", Kinds.Role),
        node.Flag("per-item"),
        Sources.Of(node));

    public static DocumentRule Document(string slot, YamlNode node) =>
        new(slot, Labels.Of(node), node.Flag("public"), node.Flag("free"), Sources.Of(node));

    private static RoleKind Kind(YamlNode node)
    {
        var required = node.Required("kind");
        return required is null ? default : node.Word("kind", "applicant", "endorser", "authority", "expert", "public", "unit", "lead", "responsible") switch
        {
            "endorser" => RoleKind.Endorser,
            "authority" => RoleKind.Authority,
            "expert" => RoleKind.Expert,
            "public" => RoleKind.Public,
            "unit" => RoleKind.Unit,
            "lead" => RoleKind.Lead,
            "responsible" => RoleKind.Responsible,
            _ => RoleKind.Applicant,
        };
    }

    private static ImmutableSortedDictionary<string, string> Aliases(YamlNode? map) =>
        (map?.Entries ?? []).Where(e => e.Value.MustBeText())
            .ToImmutableSortedDictionary(e => e.Key, e => e.Value.Text, StringComparer.Ordinal);
}
