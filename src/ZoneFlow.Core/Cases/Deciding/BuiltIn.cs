using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The two kinds of case that have no policy: a party, and the office itself.</summary>
internal static class BuiltIn
{
    public static Refusal? Decide(Turn turn, SignalBody body)
    {
        if (!turn.Signal.Actor.IsOperator)
        {
            return Refusals.NotYours(new Label("系统管理", "Running the installation"), null);
        }

        return turn.IsOpen ? OnOpen(turn, body) : Open(turn, body);
    }

    private static Refusal? Open(Turn turn, SignalBody body)
    {
        switch (body)
        {
            case SignalBody.RegisterParty b when Name(b.Name) is { } wrong:
                return wrong;
            case SignalBody.RegisterParty b:
                turn.Record(new Change.PartyRegistered(b.Name, b.Code, turn.Today));
                return null;
            case SignalBody.OpenOffice b when Name(b.Name) is { } wrong:
                return wrong;
            case SignalBody.OpenOffice b:
                turn.Record(new Change.OfficeOpened(b.Name, turn.Today));
                return null;
            default:
                return Refusals.NoSuchCase;
        }
    }

    private static Refusal? OnOpen(Turn turn, SignalBody body)
    {
        switch (body, turn.State)
        {
            case (SignalBody.RegisterParty or SignalBody.OpenOffice, _):
                return Refusals.AlreadyOpen;
            case (SignalBody.RenameParty b, { Party: not null }):
                return Name(b.Name) ?? Recorded(turn, new Change.PartyRenamed(b.Name, b.From));
            case (SignalBody.GrantRole b, { Party: { } party }):
                var grant = new DatedRole(b.Role, b.Region, b.From, b.Until);
                return b.Until < b.From
                    ? new Refusal("dates-wrong", "终止日期早于起始日期。", "The last day is before the first.")
                    : party.Roles.Contains(grant) ? null : Recorded(turn, new Change.RoleGranted(grant));
            case (SignalBody.EndRole b, { Party: { } party }):
                return party.RolesOn(b.Last).Contains(new RoleGrant(b.Role, b.Region))
                    ? Recorded(turn, new Change.RoleEnded(b.Role, b.Region, b.Last))
                    : new Refusal("no-such-role", "该主体没有这一角色。", "The party does not hold this role.");
            case (SignalBody.AddPerson b, { Party: { } party }):
                return party.People.Any(p => p.Id == b.Person)
                    ? Refusals.AlreadyOpen
                    : Recorded(turn, new Change.PersonAdded(b.Person, b.Name, b.Email));
            case (SignalBody.RemovePerson b, { Party: { } party }):
                return party.People.Any(p => p.Id == b.Person) ? Recorded(turn, new Change.PersonRemoved(b.Person)) : NoSuchPerson;
            case (SignalBody.SecurePerson b, { Party: { } party }):
                return party.People.Any(p => p.Id == b.Person) ? Recorded(turn, new Change.PersonSecured(b.Person, b.Secured)) : NoSuchPerson;
            case (SignalBody.PublishPack b, { Office: { } office }):
                return office.Packs.TryGetValue(b.Revision.Pack, out var now) && now == b.Revision
                    ? null
                    : Recorded(turn, new Change.PackPublished(b.Revision));
            case (SignalBody.UsePack b, { Office: { } office }):
                return !office.Packs.ContainsKey(b.Pack)
                    ? new Refusal("no-such-policy", $"没有已发布的政策“{b.Pack}”。", $"No policy \"{b.Pack}\" is published.")
                    : office.OutOfUse.Contains(b.Pack) != b.InUse ? null : Recorded(turn, new Change.PackUseChanged(b.Pack, b.InUse));
            case (SignalBody.LoadCalendar b, { Office: { } office }):
                return office.Calendars.Contains(b.Revision) ? null : Recorded(turn, new Change.CalendarLoaded(b.Revision));
            case (SignalBody.ChangeSetting b, { Office: not null }):
                return Recorded(turn, new Change.SettingChanged(b.Name, b.Value));
            default:
                return new Refusal("no-such-action", "该事项没有此操作。", "This case has no such action.");
        }
    }

    private static Refusal NoSuchPerson { get; } = new("no-such-person", "没有这名人员。", "There is no such person.");

    private static Refusal? Name(string name) =>
        name.Trim().Length is 0 or > 120 || name.Any(char.IsControl) ? new Refusal("inputs-wrong", "名称须为1至120字。", "A name of 1 to 120 characters.") : null;

    private static Refusal? Recorded(Turn turn, Change change)
    {
        turn.Record(change);
        return null;
    }
}
