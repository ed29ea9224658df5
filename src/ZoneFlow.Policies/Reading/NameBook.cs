using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// The names a pack declares and the places that use them. Uses are checked once everything is read, so that files and
/// constructs may stand in any order.
/// </summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, SortedSet<string>> _declared = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Name, YamlNode At)> _uses = [];

    public void Declare(string kind, string name) => Of(kind).Add(name);

    /// <summary>A use of a name. A kind may say whose it is: "standing of zone", "stage of designation".</summary>
    public void Use(string kind, string name, YamlNode at) => _uses.Add((kind, name, at));

    /// <summary>Reports every use of a name that nothing declares.</summary>
    public void Check()
    {
        foreach (var (kind, name, at) in _uses.Where(u => !Of(u.Kind).Contains(u.Name)))
        {
            var known = Of(kind);
            at.Report($"There is no {kind} '{name}'; {(known.Count > 0 ? $"there are: {string.Join(", ", known)}" : "there is none at all")}.");
        }
    }

    private SortedSet<string> Of(string kind)
    {
        if (!_declared.TryGetValue(kind, out var names))
        {
            _declared.Add(kind, names = new SortedSet<string>(StringComparer.Ordinal));
        }
        return names;
    }
}
