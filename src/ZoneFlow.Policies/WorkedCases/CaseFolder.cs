using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary>
/// Reads the worked cases that stand beside a pack, in files <c>*.cases.yaml</c>. Each holds <c>parties</c>, <c>chapters</c> and
/// <c>cases</c>; parties and chapters hold in every file of the folder.
/// </summary>
public static class CaseFolder
{
    internal const string Suffix = ".cases.yaml";

    public static CaseReading Read(string folder)
    {
        var problems = new ProblemList();
        var roots = new List<YamlNode>();
        foreach (var path in Directory.EnumerateFiles(folder, $"*{Suffix}", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (YamlDocumentReader.Read(File.ReadAllText(path), file, problems) is { } root && root.MustBeMap())
            {
                roots.Add(root);
            }
        }

        var parties = Spread(roots, "parties");
        var chapters = Spread(roots, "chapters").ToImmutableSortedDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var lists = roots.Select(r => r.OptionalList("cases")).ToList();
        roots.ForEach(r => r.RefuseUnknownKeys());
        var reader = new CaseReader([.. parties], chapters, problems);
        var cases = lists.SelectMany(cases => cases).SelectMany(reader.Read).ToImmutableArray();
        return new CaseReading(cases, [.. problems.Items]);
    }

    private static List<YamlEntry> Spread(List<YamlNode> roots, string key)
    {
        var all = new List<YamlEntry>();
        foreach (var entry in roots.SelectMany(r => r.OptionalMap(key)?.Entries ?? []))
        {
            if (all.FirstOrDefault(e => e.Key == entry.Key) is { Key: not null } first)
            {
                entry.KeyNode.Report($"'{entry.Key}' is already written at {first.KeyNode.File}:{first.KeyNode.Line}.");
                continue;
            }

            all.Add(entry);
        }

        return all;
    }
}
