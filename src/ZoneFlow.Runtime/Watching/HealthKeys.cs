namespace ZoneFlow.Runtime.Watching;

/// <summary>What is watched. The names stand in metrics and in the record of alerts sent, and do not change.</summary>
public static class HealthKeys
{
    public const string Store = "store";

    /// <summary>Effects that wait, whose time has long come.</summary>
    public const string Outbox = "outbox";

    public const string ParkedEffects = "parked-effects";
    public const string ParkedCases = "parked-cases";

    /// <summary>A case whose time has come and that nobody has moved.</summary>
    public const string Overdue = "overdue-sweep";

    /// <summary>The calendar's last published day comes near.</summary>
    public const string Calendar = "calendar";

    /// <summary>Uploads that no scanner has passed yet.</summary>
    public const string Scanner = "scanner";

    /// <summary>Uploads found infected after they had been filed.</summary>
    public const string Infected = "infected";

    /// <summary>The day's signed root over all journals.</summary>
    public const string Root = "root";
}
