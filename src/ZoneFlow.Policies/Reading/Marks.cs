using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>marks:</c> every named date of a case. One with <c>after</c> and <c>for</c> is derived; the others are set by an action.</summary>
internal static class Marks
{
    public static (string Name, Label Label, MarkRule? Derived) Read(string name, YamlNode node, PackContext pack)
    {
        var label = Labels.Of(node);
        var source = Sources.Of(node);
        var derived = node.Has("after") || node.Has("for")
            ? new MarkRule(name, label, pack.Name(node, "after", Kinds.Mark), node.Period("for"), source)
            : null;
        (_, _) = (node.Optional("after"), node.Optional("for"));
        return (name, label, derived);
    }

    /// <summary>A mark of this case, or of the case it is joined to: <c>closes</c>, <c>round.closes</c>.</summary>
    public static string Use(YamlNode? at, PackContext pack)
    {
        if (at is null || !at.MustBeText())
        {
            return "";
        }
        if (at.Text.Split('.') is [var kind, var mark])
        {
            pack.Names.Use(Kinds.Case, kind, at);
            pack.Names.Use(Kinds.Mark, mark, at);
        }
        else
        {
            pack.Names.Use(Kinds.Mark, at.Text, at);
        }
        return at.Text;
    }

    public static string? OptionalUse(YamlNode? at, PackContext pack) => at is null ? null : Use(at, pack);
}
