using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>letters:</c> <c>{to: […], title: {zh, en}, body: {zh, en}}</c>.</summary>
internal static class LetterReader
{
    public static LetterRule Read(string name, YamlNode node, PackContext pack)
    {
        var rule = new LetterRule(
            name, Labels.Under(node, "title"), Labels.Under(node, "body"), pack.NamesIn(node, "to", Kinds.Role), Sources.Of(node));
        if (rule.To.IsEmpty)
        {
            node.Report($"{node.Path} must say whom it is served on: 'to: [role]'.");
        }
        foreach (var part in new[] { "title", "body" })
        {
            foreach (var (_, _, text) in node.Optional(part)?.Entries ?? [])
            {
                Placeholders.Check(text.Text, text);
            }
        }
        return rule;
    }
}
