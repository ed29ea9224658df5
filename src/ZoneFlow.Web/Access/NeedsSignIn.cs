namespace ZoneFlow.Web.Access;

/// <summary>A route that only somebody signed in may use; what it then does is decided by the core.</summary>
public sealed record NeedsSignIn;
