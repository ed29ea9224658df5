using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>A file that says what a revision calls otherwise: a key for each construct with old names and new, and a list <c>retime</c>.</summary>
public sealed record RevisionMapFile(RevisionMap? Map, IReadOnlyList<Problem> Problems)
{
    /// <summary>All problems at once; an empty text keeps every name.</summary>
    public static RevisionMapFile Parse(string text, string fileName)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new RevisionMapFile(RevisionMap.Same, []);
        }

        var problems = new ProblemList();
        if (YamlDocumentReader.Read(text, fileName, problems) is not { } root || !root.MustBeMap())
        {
            return new RevisionMapFile(null, problems.Items);
        }

        var map = new RevisionMap(
            Names(root, "standings"), Names(root, "flags"), Names(root, "marks"), Names(root, "fields"), Names(root, "procedures"), Names(root, "stages"),
            Names(root, "duties"), Names(root, "item-states"), Names(root, "documents"),
            root.OptionalList("retime").Where(n => n.MustBeText()).Select(n => n.Text).ToImmutableSortedSet(StringComparer.Ordinal));
        root.RefuseUnknownKeys();
        return new RevisionMapFile(problems.Count == 0 ? map : null, problems.Items);
    }

    private static ImmutableSortedDictionary<string, string> Names(YamlNode root, string key)
    {
        var node = root.OptionalMap(key);
        foreach (var twice in (node?.Entries ?? []).GroupBy(e => e.Value.Text).Where(g => key != "stages" && g.Count() > 1))
        {
            twice.Last().Value.Report($"'{twice.Key}' is given to two names; each needs its own.");
        }

        return (node?.Entries ?? []).Where(e => e.Value.MustBeText()).ToImmutableSortedDictionary(e => e.Key, e => e.Value.Text, StringComparer.Ordinal);
    }
}
