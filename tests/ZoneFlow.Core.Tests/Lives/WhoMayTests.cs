using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

public sealed class WhoMayTests
{
    [Fact]
    public void AnotherPartyOfTheSameRole_IsRefused()
    {
        var life = Chapters.DesignatedOn("2025-05-06");

        Assert.Equal("not-yours", life.Refused(OtherBody, "file").Rule);
        Assert.Equal("not-yours", life.Refused(OtherBody, "request-change", null, null, Life.Text("summary", "甲")).Rule);
        Assert.Equal("not-yours", life.Refused(City, "open-revocation", null, null, Life.Many("ground", "（三）有重大违法违规行为")).Rule);
        Assert.Empty(Offers.To(life.World.Rules, life.State, OtherBody, life.World.Now));
        Assert.Empty(Offers.To(life.World.Rules, life.State, OtherCity, life.World.Now));
        Assert.Empty(Offers.To(life.World.Rules, life.State, Actor.Anonymous, life.World.Now));
    }

    [Fact]
    public void ACity_SeesTheZonesOfItsOwnRegionOnly()
    {
        var life = Life.On("2025-05-06").Applied();

        Assert.Equal(Relation.Endorser, May.RelationOf(Policy, life.State, City));
        Assert.Equal(Relation.Stranger, May.RelationOf(Policy, life.State, OtherCity));
        Assert.False(May.See(View.Documents, Policy, life.State, OtherCity));
        Assert.False(May.See(View.PublicPage, Policy, life.State, OtherCity));
        Assert.True(May.See(View.PublicPage, Policy, Chapters.DesignatedOn("2025-05-06").State, Actor.Anonymous));
    }

    [Fact]
    public void Trap_23_AnAnswerToAnOlderVisit_IsRefusedWithWhatChanged()
    {
        var life = Life.On("2025-05-12").Applied();
        var shown = life.Running("designation").Visit;
        life.Does(City, "return").Until("2025-05-14").Does(Body, "resubmit");

        var refusal = life.Refused(City, "recommend", null, d => d with { Visit = shown });

        Assert.Equal("moved-on", refusal.Rule);
        Assert.Contains("市级审核推荐", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("2025-05-14", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void APersonalAnswer_MustComeConfided()
    {
        var life = Life.On("2025-05-06").Opens();

        var refusal = life.Send(Life.Zone, Body, new SignalBody.SaveAnswers(Form().SetItem("head-name", new FieldValue.Text("张三")))).Refusal!;

        Assert.Equal(("answers-wrong", "head-name"), (refusal.Rule, refusal.Details.Single().Name));
    }

    [Fact]
    public void ADocumentNobodyAskedFor_IsRefused()
    {
        var life = Life.On("2025-05-06").Applied();
        var procedure = life.Running("designation");

        Assert.Equal("document-not-asked", life.Send(Life.Zone, Body, new SignalBody.FileDocument(procedure.Id, procedure.Visit, Paperwork.Of("draft-plan"))).Refusal!.Rule);
        Assert.Equal("moved-on", life.Send(Life.Zone, City, new SignalBody.FileDocument(procedure.Id, 1, Paperwork.Of("recommendation"))).Refusal!.Rule);
    }
}
