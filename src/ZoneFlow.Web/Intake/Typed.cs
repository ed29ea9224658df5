using System.Collections.Immutable;

namespace ZoneFlow.Web.Intake;

/// <summary>What was typed into a form, by field name, exactly as it came; a page shows it again where something is wrong.</summary>
public sealed class Typed(IReadOnlyDictionary<string, ImmutableArray<string>> values)
{
    public static Typed Nothing { get; } = new(new Dictionary<string, ImmutableArray<string>>());

    public IReadOnlyDictionary<string, ImmutableArray<string>> Values { get; } = values;

    public string? One(string name) => Values.TryGetValue(name, out var all) && all.Length > 0 && !string.IsNullOrWhiteSpace(all[0]) ? all[0].Trim() : null;

    public ImmutableArray<string> All(string name) =>
        Values.TryGetValue(name, out var all) ? [.. all.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v.Trim())] : [];

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>The names that begin so, without that beginning.</summary>
    public Typed Under(string prefix) => new(
        Values.Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(v => v.Key[prefix.Length..], v => v.Value, StringComparer.Ordinal));
}
