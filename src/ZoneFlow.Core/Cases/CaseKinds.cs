namespace ZoneFlow.Core.Cases;

/// <summary>The kinds of case that are built in. A pack names the others: zone, round, plan.</summary>
public static class CaseKinds
{
    public const string Party = "party";
    public const string Office = "office";
    public const string Zone = "zone";
    public const string Round = "round";
    public const string Plan = "plan";
}
