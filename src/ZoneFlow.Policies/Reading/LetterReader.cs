using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>letters:</c> <c>{to: […], title: {zh, en}, body: {zh, en}}</c>, and how it is laid out and issued.</summary>
internal static class LetterReader
{
    public static LetterRule Read(string name, YamlNode node, PackContext pack)
    {
        var rule = new LetterRule(
            name, Labels.Under(node, "title"), Labels.Under(node, "body"), pack.NamesIn(node, "to", Kinds.Role), Sources.Of(node))
        {
            Format = node.Word("format", "document", "letter", "notice", "certificate") switch
            {
                "letter" => LetterFormat.Letter,
                "notice" => LetterFormat.Notice,
                "certificate" => LetterFormat.Certificate,
                _ => LetterFormat.Document,
            },
            Mailed = node.Word("mail", "true", "false") == "true",
            Demand = node.OptionalMap("on-demand") is { } demand ? Demand(demand, pack) : null,
        };
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

    private static LetterDemand Demand(YamlNode node, PackContext pack)
    {
        var demand = new LetterDemand(
            pack.NamesIn(node, "by", Kinds.Role), node.Says("when", "overdue"), node.OptionalText("flag"), Scalars.Texts(node.Optional("standing")));
        node.RefuseUnknownKeys();
        if (demand.By.IsEmpty || (!demand.Overdue && demand.Flag is null && demand.Standings.IsEmpty))
        {
            node.Report($"{node.Path} must say who draws it up ('by: [role]') and when it may be ('when: overdue', 'flag:' or 'standing:').");
        }
        return demand;
    }
}
