namespace ZoneFlow.Runtime.Watching;

/// <summary>How a check stands.</summary>
public enum HealthState
{
    Good,
    Watch,
    Bad,
}
