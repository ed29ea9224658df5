using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>The top-level keys of all of a pack's files. A map may be spread over several files; everything else stands in one.</summary>
internal sealed class PackKeys
{
    private static readonly string[] Spread =
    [
        "roles", "documents", "criteria", "marks", "bans", "outcomes", "cases", "procedures", "duties", "letters", "units", "items", "funds", "rosters",
    ];

    private static readonly string[] Once = ["pack", "title", "issuer", "effective", "reckoning", "norms", "regions", "form", "sheet", "clauses"];

    private readonly ILookup<string, YamlNode> _values;

    public PackKeys(IReadOnlyList<YamlNode> roots, PackContext pack)
    {
        var entries = roots.SelectMany(r => r.Entries).ToList();
        foreach (var entry in entries)
        {
            if (Once.Contains(entry.Key))
            {
                pack.Place(entry.Key, entry.KeyNode);
            }
            else if (!Spread.Contains(entry.Key))
            {
                entry.KeyNode.Report($"A pack has no key '{entry.Key}'; it may have: {string.Join(", ", [.. Once, .. Spread])}.");
            }
        }
        _values = entries.ToLookup(e => e.Key, e => e.Value, StringComparer.Ordinal);
    }

    public IEnumerable<YamlNode> All(string key) => _values[key];

    public YamlNode? Optional(string key) => _values[key].FirstOrDefault();

    public YamlNode? Required(string key, PackContext pack)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }
        pack.Problems.Add(pack.Positions.Of("pack").File, 0, $"The pack lacks the key '{key}'.");
        return null;
    }
}
