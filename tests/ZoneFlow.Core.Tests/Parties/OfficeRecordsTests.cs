using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Tests.Lives;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Core.Tests.Parties;

/// <summary>The two kinds of case without a policy: what an operator records of a party and of the office, one row a rule.</summary>
public sealed class OfficeRecordsTests
{
    private static readonly Rulebook Rules = new(null, ChinaCalendar.Today, Rulebook.UsualOpening);
    private static readonly CaseId Id = new("c");
    private static readonly PersonId Zhou = new("zhou");
    private static readonly DateOnly May = new(2025, 5, 6);

    private CaseState? _state;
    private int _signals;

    [Theory]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("园区\n管委会", false)]
    [InlineData("园区管委会", true)]
    [InlineData(" 园区管委会 ", true)]
    public void Name_OfAPartyOrAnOffice_IsOneLineOf1To120Characters(string name, bool accepted)
    {
        Assert.Equal(accepted, Try(new SignalBody.RegisterParty(name, null)) is null);
        _state = null;
        Assert.Equal(accepted, Try(new SignalBody.OpenOffice(name)) is null);
        _state = null;
        Does(new SignalBody.RegisterParty("甲", null));
        Assert.Equal(accepted, Try(new SignalBody.RenameParty(name, May)) is null);
        Assert.Equal(accepted ? 2 : 1, _state!.Party!.Names.Length);
    }

    [Fact]
    public void Name_LongerThan120Characters_IsRefused()
    {
        Assert.Equal("inputs-wrong", Try(new SignalBody.RegisterParty(new string('甲', 121), null)));
        Assert.Null(Try(new SignalBody.RegisterParty(new string('甲', 120), null)));
        Assert.Equal("already-open", Try(new SignalBody.RegisterParty("乙", null)));
        Assert.Equal("already-open", Try(new SignalBody.OpenOffice("乙")));
    }

    [Fact]
    public void Role_OfAParty_HoldsFromItsFirstDayToItsLastAndIsGrantedOnce()
    {
        Does(new SignalBody.RegisterParty("甲", "9121"));
        Assert.Equal("dates-wrong", Try(new SignalBody.GrantRole("city", "沈阳市", May, May.AddDays(-1))));
        Does(new SignalBody.GrantRole("city", "沈阳市", May, May));
        Assert.Equal([new RoleGrant("city", "沈阳市")], _state!.Party!.RolesOn(May));
        Assert.Empty(_state.Party.RolesOn(May.AddDays(1)));
        Assert.Empty(_state.Party.RolesOn(May.AddDays(-1)));

        var version = _state.Version;
        Assert.Null(Try(new SignalBody.GrantRole("city", "沈阳市", May, May)));
        Assert.Equal(version, _state.Version);
        Does(new SignalBody.GrantRole("city", "大连市", May, null));
        Assert.Equal("no-such-role", Try(new SignalBody.EndRole("city", "沈阳市", May.AddDays(1))));
        Assert.Equal("no-such-role", Try(new SignalBody.EndRole("province", null, May)));
        Does(new SignalBody.EndRole("city", "大连市", May.AddDays(9)));
        Assert.NotEmpty(_state.Party!.RolesOn(May.AddDays(9)));
        Assert.Empty(_state.Party.RolesOn(May.AddDays(10)));
    }

    [Fact]
    public void Name_OfAParty_IsTheOneOfTheDay()
    {
        Does(new SignalBody.RegisterParty("甲", null));
        Does(new SignalBody.RenameParty("乙", May.AddDays(10)));

        Assert.Equal("甲", _state!.Party!.NameOn(May.AddDays(9)));
        Assert.Equal("乙", _state.Party.NameOn(May.AddDays(10)));
        Assert.Equal("甲", _state.Party.NameOn(May.AddYears(-1)));
    }

    [Fact]
    public void Person_OfAParty_IsAddedOnceSecuredAndRemoved()
    {
        var (name, mail) = (Paperwork.Confide("周"), Paperwork.Confide("z@bodies.example.cn"));
        Does(new SignalBody.RegisterParty("甲", null));
        Assert.Equal("no-such-person", Try(new SignalBody.SecurePerson(Zhou, true)));
        Assert.Equal("no-such-person", Try(new SignalBody.RemovePerson(Zhou)));
        Does(new SignalBody.AddPerson(Zhou, name, mail));
        Does(new SignalBody.AddPerson(new PersonId("li"), name, mail));
        Assert.Equal("already-open", Try(new SignalBody.AddPerson(Zhou, name, mail)));

        Does(new SignalBody.SecurePerson(Zhou, true));
        Assert.Equal([true, false], _state!.Party!.People.Select(p => p.Secured));
        Does(new SignalBody.SecurePerson(Zhou, false));
        Assert.All(_state.Party!.People, p => Assert.False(p.Secured));
        Does(new SignalBody.RemovePerson(Zhou));
        Assert.Equal("li", Assert.Single(_state.Party!.People).Id.Value);
    }

    [Fact]
    public void Office_PublishesUsesAndLoadsEachOnce()
    {
        var (first, second) = (new PackRevision("ln", "1"), new PackRevision("ln", "2"));
        Does(new SignalBody.OpenOffice("省局"));
        Assert.Equal("no-such-policy", Try(new SignalBody.UsePack("ln", false)));
        Does(new SignalBody.PublishPack(first));
        Nothing(new SignalBody.PublishPack(first));
        Does(new SignalBody.PublishPack(second));
        Assert.Equal(second, _state!.Office!.Packs["ln"]);

        Nothing(new SignalBody.UsePack("ln", true));
        Does(new SignalBody.UsePack("ln", false));
        Assert.Equal(["ln"], _state.Office!.OutOfUse);
        Nothing(new SignalBody.UsePack("ln", false));
        Does(new SignalBody.UsePack("ln", true));
        Assert.Empty(_state.Office!.OutOfUse);

        Does(new SignalBody.LoadCalendar("2026-11-20"));
        Nothing(new SignalBody.LoadCalendar("2026-11-20"));
        Does(new SignalBody.ChangeSetting("reach", "024-1"));
        Assert.Equal("024-1", _state.Office!.Settings["reach"]);
        Assert.Equal("no-such-action", Try(new SignalBody.RemovePerson(Zhou)));
    }

    [Fact]
    public void Record_OfAPartyOrTheOffice_IsTheOperatorsAlone()
    {
        var party = new Actor(new PartyId("p"), Zhou, [new RoleGrant("province", null)], SignedIn.Session, true);
        foreach (var (actor, allowed) in new[]
        {
            (party, false), (party with { Roles = [] }, false), (Actor.Anonymous, false), (Actor.System, true),
            (party with { Roles = [new RoleGrant("province", null), new RoleGrant(Actor.OperatorRole, null)] }, true),
        })
        {
            _state = null;
            Assert.Equal(allowed ? null : "not-yours", Try(new SignalBody.RegisterParty("甲", null), actor));
            Assert.Equal(allowed, actor.IsOperator);
        }
    }

    [Fact]
    public void Signal_ToNothing_FindsNoCase() => Assert.Equal("no-such-case", Try(new SignalBody.RemovePerson(Zhou)));

    private void Nothing(SignalBody body)
    {
        var version = _state!.Version;
        Assert.Null(Try(body));
        Assert.Equal(version, _state.Version);
    }

    private void Does(SignalBody body)
    {
        var version = _state?.Version ?? 0;
        Assert.Null(Try(body));
        Assert.Equal(version + 1, _state!.Version);
    }

    private string? Try(SignalBody body, Actor? by = null)
    {
        var decision = Lifecycle.Decide(Rules, _state, Signal.By(new SignalId($"s{++_signals}"), Id, Liaoning.At("2025-05-06"), by ?? Actor.System, body));
        _state = decision.State;
        return decision.Refusal?.Rule;
    }
}
