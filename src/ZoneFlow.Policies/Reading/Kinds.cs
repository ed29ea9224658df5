namespace ZoneFlow.Policies.Reading;

/// <summary>The kinds of name a pack declares, in the words its problems use.</summary>
internal static class Kinds
{
    public const string Role = "role";
    public const string Document = "document";
    public const string Field = "field";
    public const string Criteria = "group of criteria";
    public const string Mark = "mark";
    public const string Ban = "ban";
    public const string Outcome = "outcome";
    public const string Case = "kind of case";
    public const string Procedure = "procedure";
    public const string Duty = "duty";
    public const string Letter = "letter";
    public const string Item = "item";
    public const string Fund = "fund rule";
    public const string Unit = "unit";
    public const string Roster = "roster";

    public static string Standing(string of) => $"standing of {of}";

    public static string Flag(string of) => $"flag of {of}";

    public static string ItemState(string of) => $"item state of {of}";

    public static string Stage(string of) => $"stage of {of}";
}
