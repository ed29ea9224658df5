namespace ZoneFlow.Web.Showing;

/// <summary>Whether this is a demonstration, with sample parties, a mailbox and a movable clock.</summary>
public sealed record DemoMode(bool IsOn);
