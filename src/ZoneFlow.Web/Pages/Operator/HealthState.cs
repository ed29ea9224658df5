namespace ZoneFlow.Web.Pages.Operator;

/// <summary>How a check stands.</summary>
public enum HealthState
{
    Good,
    Watch,
    Bad,
}
