using System.Collections.Immutable;

namespace ZoneFlow.Policies.Yaml;

/// <summary>
/// A map, a list or a text of a strict YAML file, with the place it stands at. It reports what is wrong into the list it was
/// read with and remembers which keys were asked for, so that <see cref="RefuseUnknownKeys"/> can name the rest.
/// Nothing here throws on a wrong shape: a wrong node reads as empty, once its problem is on the list.
/// </summary>
public sealed class YamlNode
{
    private readonly ProblemList _problems;
    private readonly Dictionary<string, YamlEntry>? _byKey;
    private readonly ImmutableArray<YamlEntry> _entries = [];
    private readonly ImmutableArray<YamlNode> _items = [];
    private readonly List<string> _asked = [];
    private bool _askedForAll;

    internal YamlNode(string file, int line, string path, ProblemList problems, string text)
        : this(file, line, path, problems) => Text = text;

    internal YamlNode(string file, int line, string path, ProblemList problems, ImmutableArray<YamlNode> items)
        : this(file, line, path, problems)
    {
        IsList = true;
        _items = items;
    }

    internal YamlNode(string file, int line, string path, ProblemList problems, ImmutableArray<YamlEntry> entries)
        : this(file, line, path, problems)
    {
        _entries = entries;
        _byKey = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    private YamlNode(string file, int line, string path, ProblemList problems)
    {
        (File, Line, Path, _problems) = (file, line, path, problems);
        Text = "";
    }

    public string File { get; }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>Where in the file, in words a drafter knows: <c>procedures.report.stages[2].by</c>; empty for the file itself.</summary>
    public string Path { get; }

    public bool IsMap => _byKey is not null;

    public bool IsList { get; }

    public bool IsScalar => !IsMap && !IsList;

    /// <summary>A scalar exactly as written (<c>no</c>, <c>1.0</c> and <c>2025-01-01</c> stay texts); empty for a map or a list.</summary>
    public string Text { get; }

    /// <summary>A key with nothing after it (<c>note:</c>) or an empty text.</summary>
    public bool IsBlank => IsScalar && string.IsNullOrWhiteSpace(Text);

    /// <summary>A map's keys in the order written; asking for them accepts every one.</summary>
    public IEnumerable<string> Keys => Entries.Select(e => e.Key);

    /// <summary>A map's entries in the order written; asking for them accepts every key.</summary>
    public ImmutableArray<YamlEntry> Entries
    {
        get
        {
            _askedForAll = true;
            MustBeMap();
            return _entries;
        }
    }

    /// <summary>A list's items.</summary>
    public ImmutableArray<YamlNode> Items
    {
        get
        {
            MustBeList();
            return _items;
        }
    }

    /// <summary>Whether a map has this key; does not count as reading it.</summary>
    public bool Has(string key) => _byKey?.ContainsKey(key) == true;

    /// <summary>Null when the key is missing, or, with a problem, when this is no map.</summary>
    public YamlNode? Optional(string key)
    {
        if (!_asked.Contains(key))
        {
            _asked.Add(key);
        }
        return MustBeMap() && _byKey!.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    /// <summary>Null, with a problem, when the key is missing or this is no map.</summary>
    public YamlNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null && IsMap)
        {
            Report($"{Here} lacks the key '{key}'.");
        }
        return value;
    }

    public string? OptionalText(string key) => TextOf(Optional(key));

    /// <summary>A text that is not blank; null, with a problem, otherwise.</summary>
    public string? RequiredText(string key) => TextOf(Required(key));

    public YamlNode? OptionalMap(string key) => Optional(key) is { } value && value.MustBeMap() ? value : null;

    public YamlNode? RequiredMap(string key) => Required(key) is { } value && value.MustBeMap() ? value : null;

    /// <summary>Empty when the key is missing.</summary>
    public ImmutableArray<YamlNode> OptionalList(string key) => Optional(key) is { } value && value.MustBeList() ? value.Items : [];

    public ImmutableArray<YamlNode> RequiredList(string key) => Required(key) is { } value && value.MustBeList() ? value.Items : [];

    /// <summary>True for a map; otherwise reports that it should be one.</summary>
    public bool MustBeMap() => Must(IsMap, "a map of keys and values");

    /// <summary>True for a list; otherwise reports that it should be one.</summary>
    public bool MustBeList() => Must(IsList, "a list");

    /// <summary>True for a text that is not blank; otherwise reports that it should be one.</summary>
    public bool MustBeText() => Must(IsScalar && !IsBlank, "a text");

    public void Report(string message) => _problems.Add(this, message);

    /// <summary>Call it last, when every key that means something here has been asked for.</summary>
    public void RefuseUnknownKeys()
    {
        if (_askedForAll)
        {
            return;
        }
        foreach (var entry in _entries.Where(e => !_asked.Contains(e.Key)))
        {
            entry.KeyNode.Report($"{Here} has no key '{entry.Key}'; it may have: {string.Join(", ", _asked)}.");
        }
    }

    public override string ToString() => $"{File}:{Line} {Here}";

    private string Here => Path.Length > 0 ? Path : "the file";

    private static string? TextOf(YamlNode? value) => value is not null && value.MustBeText() ? value.Text : null;

    private bool Must(bool isSo, string shape)
    {
        if (!isSo)
        {
            Report($"{Here} must be {shape}{(IsBlank ? ", and is empty" : "")}.");
        }
        return isSo;
    }
}
