using System.Collections.Immutable;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Linting;

/// <summary>Collects what the rules find, so that a drafter sees everything at once, in the order of the files.</summary>
internal sealed class Report(PackPositions positions)
{
    private readonly HashSet<Finding> _findings = [];

    public ImmutableArray<Finding> Findings =>
    [
        .. _findings
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)
            .ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Sentence, StringComparer.Ordinal),
    ];

    public void Error(string rule, string path, string sentence) => Add(rule, Severity.Error, path, sentence);

    public void Warn(string rule, string path, string sentence) => Add(rule, Severity.Warning, path, sentence);

    private void Add(string rule, Severity severity, string path, string sentence)
    {
        var place = positions.Of(path);
        _findings.Add(new Finding(rule, severity, place.File, place.Line, sentence));
    }
}
