namespace ZoneFlow.Policies.Yaml;

/// <summary>Everything found wrong so far: a drafter corrects a file in one go, not an error at a time.</summary>
public sealed class ProblemList
{
    private readonly HashSet<Problem> _problems = [];

    public int Count => _problems.Count;

    /// <summary>In order of file and line; no problem stands twice.</summary>
    public IReadOnlyList<Problem> Items =>
        [.. _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    public void Add(YamlNode at, string message) => Add(at.File, at.Line, message);

    public void Add(string file, int line, string message) => _problems.Add(new Problem(file, line, message));

    public override string ToString() => string.Join('\n', Items);
}
