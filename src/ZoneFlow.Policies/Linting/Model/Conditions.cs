using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>
/// Whether a condition can hold at a moment of a conversation. Standing, items, members and passed dates are known; everything
/// else can hold.
/// </summary>
internal sealed class Conditions(CaseRule hostKind, CaseRule guestKind)
{
    public bool Hold(Guard? guard, Moment moment, bool host) => guard switch
    {
        Guard.InStanding row => row.Standings.Contains(moment.Of(host).Standing),
        Guard.ReceivedBefore row => !HasPassed(row.Mark, moment, host),
        Guard.NoItem row => !host || moment.Item != row.State,
        Guard.EveryItem row => !host || moment.Item is null || moment.Item == row.State,
        Guard.MembersAreItems => !host || moment.Item is not null || !IsMember(moment),
        Guard.NotRunning row => !moment.Of(host).Runs(row.Procedure),
        Guard.All all => all.Guards.All(g => Hold(g, moment, host)),
        Guard.Any any => any.Guards.Any(g => Hold(g, moment, host)),
        _ => true,
    };

    /// <summary>A guest that may join later is a member from then on; one that had to name its host, once it has spoken to it.</summary>
    private bool IsMember(Moment moment) => moment.Joined && (!guestKind.JoinsRound || moment.Guest.Spoke);

    private bool HasPassed(string mark, Moment moment, bool host)
    {
        var other = host ? guestKind : hostKind;
        return mark.StartsWith($"{other.Kind}.", StringComparison.Ordinal)
            ? moment.Of(!host).Passed.Contains(mark[(other.Kind.Length + 1)..])
            : moment.Of(host).Passed.Contains(mark);
    }

    /// <summary>The host was looked up a moment before, so it may have moved on from the standing it was chosen in.</summary>
    public bool CanJoin(Site site, Moment moment, bool host) =>
        host || !site.Rule.Do.Any(d => d is Step.Join j && j.Link == hostKind.Kind)
        || site.Rule.Ask.All(f => f.Type is not FieldType.Case c || c.Kind != hostKind.Kind || c.Standings.IsEmpty || c.Standings.Any(moment.Host.Had.Contains));
}
