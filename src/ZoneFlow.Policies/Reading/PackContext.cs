using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>What the readers of one pack share: the problems, the places, the names, and the norms that stages inherit.</summary>
internal sealed class PackContext(ProblemList problems, PackPositions positions)
{
    public ProblemList Problems { get; } = problems;

    public PackPositions Positions { get; } = positions;

    public NameBook Names { get; } = new();

    public Norms Norms { get; set; } = Norms.None;

    public ImmutableArray<string> Regions { get; set; } = [];

    /// <summary>Keeps the construct's place; false, with a problem, where one of that name already stands.</summary>
    public bool Place(string path, YamlNode at)
    {
        if (Positions.TryAdd(path, new Place(at.File, at.Line)))
        {
            return true;
        }
        at.Report($"'{path}' is already written at {Positions.Of(path)}.");
        return false;
    }

    /// <summary>
    /// Reads every entry of a map as a named construct: its name is declared, its place kept, and a key that
    /// <paramref name="read"/> did not ask for is refused.
    /// </summary>
    public ImmutableArray<T> Each<T>(YamlNode? map, string kind, string path, Func<string, YamlNode, T> read)
    {
        if (map is null || !map.MustBeMap())
        {
            return [];
        }
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var (name, key, value) in map.Entries)
        {
            Names.Declare(kind, name);
            if (IsName(name, key) && value.MustBeMap() && Place($"{path}/{name}", key))
            {
                all.Add(read(name, value));
                value.RefuseUnknownKeys();
            }
        }
        return all.ToImmutable();
    }

    public ImmutableArray<T> Each<T>(IEnumerable<YamlNode> maps, string kind, string path, Func<string, YamlNode, T> read) =>
        [.. maps.SelectMany(m => Each(m, kind, path, read))];

    /// <summary>The name that stands under a key, which something of the kind must bear.</summary>
    public string Name(YamlNode node, string key, string kind) => Use(node.Required(key), kind);

    public string? OptionalName(YamlNode node, string key, string kind) => node.Optional(key) is { } at ? Use(at, kind) : null;

    /// <summary>One name, or a list of them.</summary>
    public ImmutableArray<string> NamesIn(YamlNode node, string key, string kind) =>
        [.. Scalars.OneOrMany(node.Optional(key)).Select(n => Use(n, kind))];

    public string Use(YamlNode? at, string kind)
    {
        if (at is null || !at.MustBeText())
        {
            return "";
        }
        Names.Use(kind, at.Text, at);
        return at.Text;
    }

    private static bool IsName(string name, YamlNode at)
    {
        var good = char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!good)
        {
            at.Report($"'{name}' is no name: names are small letters, digits and hyphens, beginning with a letter.");
        }
        return good;
    }
}
