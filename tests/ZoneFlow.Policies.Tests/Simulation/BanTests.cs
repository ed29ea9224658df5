using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit.Lives;
using static ZoneFlow.TestKit.Lives.BeijingLife;

namespace ZoneFlow.Policies.Tests.Simulation;

/// <summary>Bans on several parties of one role, and bans recorded wrongly.</summary>
public sealed class BanTests
{
    private const string Code = "91110108MA01A1B2C3";
    private static readonly CaseId Later = new("later");

    // Beijing's own text has one operating body; here several may apply together.
    private static readonly Pack Joint = Policy with
    {
        Cases = Policy.Cases.SetItem("zone", Policy.Cases["zone"] with { JointWith = [new JointRule("operating-body", 0, 5, Source.Norm("联合申报"))] }),
    };

    [Fact]
    public void Submitting_WithABannedSecondApplicantOfTheSameRole_IsRefused()
    {
        var life = Barred(Joint);
        life.World.Codes[OtherOperator.Party!.Value] = Code;
        var third = Cast.Of("third", "operating-body");

        Assert.Equal("guard", Submits(life, "joint", third, OtherOperator)?.Rule);
        Assert.Null(Submits(life, "alone", third));
    }

    [Fact]
    public void Ban_OnARoleOfTwoParties_BindsBoth()
    {
        var world = Barred(Joint, with: OtherOperator).World;

        Assert.Equal([Code, "other-operator"], world.Bans.Select(b => b.Subject));
        Assert.Equal([Code, "other-operator"], world.State(Zone).Bans.Select(b => b.Subject));
    }

    [Fact]
    public void CorrectBan_Lifted_LetsApplyAgain_AndUnsendsNothing()
    {
        var life = Barred(Policy);
        var (mails, ban) = (life.World.Mails.Count, life.State.Bans.Single());
        Assert.Equal("guard", Submits(life, "again", Operator)?.Rule);

        var corrected = Correct(life, 1, ban with { Lifted = true });

        Assert.Null(corrected.Refusal);
        Assert.Null(Submits(life, "again-2", Operator));
        Assert.Empty(life.World.Bans);
        Assert.Equal("disqualified", life.State.Standing);
        Assert.True(life.World.Mails.Count >= mails);
        Assert.Contains(life.World.Journal(Zone).SelectMany(e => e.Changes), c => c is Change.BanImposed);
        Assert.Contains(life.World.Journal(Zone).SelectMany(e => e.Changes), c => c is Change.BanCorrected { Number: 1, Lifted: true });
    }

    [Fact]
    public void CorrectBan_ToAnotherSubject_BindsThatOneInstead()
    {
        var life = Barred(Policy);
        life.World.Codes[OtherOperator.Party!.Value] = "91110105MA02D4E5F6";

        Correct(life, 1, life.State.Bans[0] with { Subject = "91110105MA02D4E5F6" });

        Assert.Equal("91110105MA02D4E5F6", Assert.Single(life.World.Bans).Subject);
        Assert.Null(Submits(life, "again", Operator));
        Assert.Equal("guard", Submits(life, "other", OtherOperator)?.Rule);
    }

    [Fact]
    public void CorrectBan_WithoutGround_IsRefusedByName()
    {
        var life = Barred(Policy);
        var ban = life.State.Bans[0];

        Assert.Equal("no-such-ban", Correct(life, 2, ban).Refusal!.Rule);
        Assert.Equal("nothing-corrected", Correct(life, 1, ban).Refusal!.Rule);
        Assert.Equal("inputs-wrong", Correct(life, 1, ban with { Last = ban.First.AddDays(-1) }).Refusal!.Rule);
        Assert.Equal("inputs-wrong", Correct(life, 1, ban with { Subject = " " }).Refusal!.Rule);
        Assert.Equal("not-yours", Correct(life, 1, ban with { Lifted = true }, by: Operator).Refusal!.Rule);
        Assert.Equal("documents-missing", Correct(life, 1, ban with { Lifted = true }, papers: []).Refusal!.Rule);
        Assert.Equal("second-factor", Correct(life, 1, ban with { Lifted = true }, by: Cast.Of("bureau", "office", secondFactor: false)).Refusal!.Rule);
    }

    private static BeijingLife Barred(Pack policy, Actor? with = null)
    {
        var life = On(policy: policy);
        life.World.Codes[Operator.Party!.Value] = Code;
        life.Calls();
        Open(life, Zone, [Operator, .. with is null ? Array.Empty<Actor>() : [with]]);
        life.Until("2024-02-26").Does(Operator, "submit", Zone, Text("round", Call.Value));
        life.Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）")).Does(Office, "disqualify", Zone).Ended("2024-03-04", "2024-03-18");
        life.Calls("2025-02-28", "2025-03-15", call: Later).Until("2025-01-20");
        return life;
    }

    private static void Open(BeijingLife life, CaseId id, params Actor[] applicants)
    {
        life.World.Send(id, applicants[0], new SignalBody.OpenCase(
            life.World.Rules.Policy.Revision, "zone", id.Value, $"{id.Value}集聚发展区", "海淀区", [.. applicants.Select(a => new Applicant("operating-body", a.Party!.Value))]));
        life.World.Send(id, applicants[0], new SignalBody.SaveAnswers(Form()));
    }

    private static Refusal? Submits(BeijingLife life, string id, params Actor[] applicants)
    {
        Open(life, new CaseId(id), applicants);
        return Conduct.Do(life.World, new Deed(new CaseId(id), applicants[0], "submit")
        {
            Inputs = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("round", new FieldValue.Text(Later.Value)),
        }).Refusal;
    }

    private static Decision Correct(BeijingLife life, int number, ImposedBan to, Actor? by = null, FiledDocument[]? papers = null) => life.World.Send(
        Zone, by ?? Office, new SignalBody.CorrectBan(
            number, to.Subject, to.First, to.Last, to.Lifted, Paperwork.Confide("登记有误"), [.. papers ?? [Paperwork.Of("ending-decision")]]));
}
