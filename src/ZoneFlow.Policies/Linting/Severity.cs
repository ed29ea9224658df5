namespace ZoneFlow.Policies.Linting;

/// <summary>An error keeps a pack from being published; a warning is left to its drafter.</summary>
public enum Severity
{
    Error,
    Warning,
}
