namespace ZoneFlow.Runtime.SignIn;

/// <summary>A person's secret for time-based codes, the last step used, and how many wrong codes in a row.</summary>
public sealed record CodeRecord(string Secret, long? LastStep, int Wrong, DateTimeOffset? LockedUntil);
