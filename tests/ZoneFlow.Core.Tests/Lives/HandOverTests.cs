using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>转办: a task goes on with one person of its role, and with nobody else's task changed.</summary>
public sealed class HandOverTests
{
    private static readonly PersonId Colleague = new("city-2");

    [Fact]
    public void HandOver_ToAColleague_IsKeptUntilTheStageIsLeftAndWritesToTheRole()
    {
        var life = Life.On("2025-05-06").Applied();

        var decision = life.Send(Life.Zone, City, To(life, City.Party!.Value, Colleague));

        Assert.True(decision.Accepted);
        Assert.Equal(Colleague, Assert.Single(life.Running("designation").Assigned).Person);
        Assert.Contains(decision.Effects.OfType<Effect.Tell>(), t => t is { Kind: TellKind.Task, To: { Role: "city", Region: "沈阳市" } });
        Assert.Equal("already-assigned", life.Send(Life.Zone, City, To(life, City.Party.Value, Colleague)).Refusal!.Rule);
        Assert.True(life.Send(Life.Zone, City, To(life, City.Party.Value, City.Person!.Value)).Accepted);
        Assert.Equal(City.Person, Assert.Single(life.Running("designation").Assigned).Person);
        life.Does(City, "recommend");
        Assert.Empty(life.Running("designation").Assigned);
    }

    [Fact]
    public void HandOver_ByWhoeverDoesNotHoldTheTask_IsRefused()
    {
        var life = Life.On("2025-05-06").Applied();

        Assert.All([OtherCity, Body, Province, Actor.System], actor => Assert.Equal("not-yours", life.Send(Life.Zone, actor, To(life, City.Party!.Value, Colleague)).Refusal!.Rule));
        Assert.Equal("moved-on", life.Send(Life.Zone, City, To(life, City.Party!.Value, Colleague) with { Visit = 1 }).Refusal!.Rule);
    }

    [Fact]
    public void HandOver_OfAnApplicantsTask_StaysWithItsOwnParty()
    {
        var life = Life.On("2025-05-06").Opens();
        var over = new SignalBody.HandOver("designation/1", life.Running("designation").Visit, "zone-body", OtherBody.Party!.Value, Colleague, null);

        Assert.Equal("not-a-holder", life.Send(Life.Zone, Body, over).Refusal!.Rule);
        Assert.True(life.Send(Life.Zone, Body, over with { Party = Body.Party!.Value }).Accepted);
    }

    private static SignalBody.HandOver To(Life life, PartyId party, PersonId person) =>
        new("designation/1", life.Running("designation").Visit, "city", party, person, Paperwork.Confide("出差"));
}
