using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>roles:</c> and <c>documents:</c>.</summary>
internal static class RoleReader
{
    // What these words mean is the system's: whoever held such a role would run the installation, or every procedure.
    private static readonly string[] Reserved = [Actor.OperatorRole, ActorRule.Opener, ActorRule.Returner];

    public static RoleRule Role(string name, YamlNode node, PackContext pack) => new(
        Own(name, node),
        Labels.Of(node),
        Kind(node),
        Aliases(node.OptionalMap("alias")),
        pack.OptionalName(node, "named-by", Kinds.Role),
        node.Flag("per-item"),
        Sources.Of(node));

    private static string Own(string name, YamlNode node)
    {
        if (Reserved.Contains(name))
        {
            node.Report($"A role cannot be called '{name}', which is a word of the system's own; these are: {string.Join(", ", Reserved)}.");
        }

        return name;
    }

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
