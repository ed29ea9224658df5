namespace ZoneFlow.Policies.Linting;

/// <summary>One thing a drafter should correct: the rule it breaks, where, and a plain sentence.</summary>
/// <param name="Line">From 1; 0 is the file as a whole.</param>
public sealed record Finding(string Rule, Severity Severity, string File, int Line, string Sentence)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Severity == Severity.Error ? "error" : "warning")} {Rule} {Sentence}";
}
