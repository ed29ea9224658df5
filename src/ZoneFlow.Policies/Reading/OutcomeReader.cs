using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>outcomes:</c> and <c>bans:</c>.</summary>
internal static class OutcomeReader
{
    public static OutcomeRule Outcome(string name, YamlNode node, PackContext pack) => new(
        name,
        Labels.Of(node),
        pack.Name(node, "standing", Kinds.Standing("zone")),
        pack.NamesIn(node, "bans", Kinds.Ban),
        node.OptionalText("ban-choice"),
        Sources.Of(node));

    /// <summary><c>subject</c> is <c>zone</c> or the role of the party that is banned.</summary>
    public static BanRule Ban(string name, YamlNode node, PackContext pack) => new(
        name,
        Labels.Of(node),
        node.Period("for"),
        node.Required("subject") is { } subject && subject.Text != "zone" ? pack.Use(subject, Kinds.Role) : "zone",
        pack.OptionalName(node, "also-warn", Kinds.Role),
        Scalars.Texts(node.Required("scope")),
        Marks.Use(node.Required("from"), pack),
        Sources.Of(node));
}
