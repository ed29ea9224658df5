namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// What a ban knows its subject by: a party's 统一社会信用代码, which outlives a name and a registration, or the zone's name, which is
/// one of a kind within a scheme and has no code.
/// </summary>
internal static class BanSubjects
{
    /// <summary>The zone, or every party that applied in a role.</summary>
    public static IEnumerable<string> Of(Turn turn, string subject) => subject == CaseKinds.Zone
        ? [turn.State.Title.Trim()]
        : turn.State.Applicants.Where(a => a.Role == subject)
            .Select(a => turn.Signal.LookedUp.Codes.TryGetValue(a.Party.Value, out var code) ? code : a.Party.Value).Distinct();

    public static bool IsInForce(BanInForce ban, DateOnly day) => ban.First <= day && day <= ban.Last;

    /// <summary>Enters one of the case's bans, as it stands now, in the office's register: its subject and whoever is warned.</summary>
    public static void Register(Turn turn, int number)
    {
        var ban = turn.State.Bans[number - 1];
        turn.Effect(id => new Effect.RegisterBan(id, turn.At, ban.Ban, ban.Subject, ban.Scope, ban.First, ban.Last, ban.Article, false, number, ban.Lifted));
        foreach (var warned in ban.Warned)
        {
            turn.Effect(id => new Effect.RegisterBan(id, turn.At, ban.Ban, warned, ban.Scope, ban.First, ban.Last, ban.Article, true, number, ban.Lifted));
        }
    }

    /// <summary>Writes down the bans that warn only, so that whoever reviews the case sees them.</summary>
    public static void Note(Turn turn, Policies.TransitionRule transition)
    {
        if (turn.Signal.LookedUp.Bans.IsEmpty)
        {
            return;
        }

        foreach (var ban in turn.Signal.LookedUp.Bans.Where(b => transition.LooksUp.Contains("bans") && b.WarnsOnly && IsInForce(b, turn.Today)))
        {
            turn.Record(new Change.BanNoted(ban.Subject, ban.Scope, ban.Last, ban.Article));
        }
    }
}
