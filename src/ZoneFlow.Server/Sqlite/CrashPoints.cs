namespace ZoneFlow.Server.Sqlite;

/// <summary>Where a test may let the process die. A hook that throws at <see cref="AfterCommit"/> stands for a lost answer.</summary>
public static class CrashPoints
{
    /// <summary>Everything of the group is written and nothing of it is durable.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>The group is on disk and none of its callers has been answered.</summary>
    public const string AfterCommit = "after-commit";
}
