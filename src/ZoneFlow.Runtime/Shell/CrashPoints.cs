namespace ZoneFlow.Runtime.Shell;

/// <summary>The named points at which a test may end the process.</summary>
public static class CrashPoints
{
    public const string Decided = "decided";
    public const string Committed = "committed";
    public const string EffectBegun = "effect-begun";
    public const string EffectRun = "effect-run";
    public const string EffectMarked = "effect-marked";
    public const string DocumentStored = "document-stored";

    /// <summary>A calendar revision is in the journal and no deadline has moved yet.</summary>
    public const string CalendarLoaded = "calendar-loaded";

    /// <summary>One case's deadlines have moved; others have not.</summary>
    public const string DeadlinesMoved = "deadlines-moved";
}
