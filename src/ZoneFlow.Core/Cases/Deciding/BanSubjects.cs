namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// What a ban knows its subject by: a party's 统一社会信用代码, which outlives a name and a registration, or the zone's name, which is
/// one of a kind within a scheme and has no code.
/// </summary>
internal static class BanSubjects
{
    public static string Of(Turn turn, string subject) =>
        subject == CaseKinds.Zone ? turn.State.Title.Trim()
        : turn.Signal.LookedUp.Codes.TryGetValue(subject, out var code) ? code
        : turn.State.Applicants.First(a => a.Role == subject).Party.Value;

    public static bool IsInForce(BanInForce ban, DateOnly day) => ban.First <= day && day <= ban.Last;

    /// <summary>Writes down the bans that warn only, so that whoever reviews the case sees them.</summary>
    public static void Note(Turn turn, Policies.TransitionRule transition)
    {
        foreach (var ban in turn.Signal.LookedUp.Bans.Where(b => transition.LooksUp.Contains("bans") && b.WarnsOnly && IsInForce(b, turn.Today)))
        {
            turn.Record(new Change.BanNoted(ban.Subject, ban.Scope, ban.Last, ban.Article));
        }
    }
}
