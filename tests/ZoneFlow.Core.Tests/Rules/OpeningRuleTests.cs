using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>Opening a case and taking over one: what may stand in it, and what is said of what may not.</summary>
public sealed class OpeningRuleTests
{
    private const string BadName = "A name of 1 to 120 characters, without line breaks or other control characters.";
    private const string NoRegion = "Choose a region of the policy.";
    private const string Stranger = "A party named does not hold this role today.";
    private static readonly Applicant Own = new("body", Body.Party!.Value);
    private static readonly Applicant Partner = new("partner", new PartyId("partner-1"));
    private static readonly AdoptedMark Founded = new(new DateOnly(2020, 5, 1), Paperwork.Of("list"));

    private static readonly Pack Jointly = Small with
    {
        Roles = Small.Roles.SetItem("partner", Small.Roles["body"] with { Name = "partner", Label = new Label("合作单位", "Partner") }),
        Cases = Small.Cases.SetItem("zone", Small.Cases["zone"] with { JointWith = [new JointRule("partner", 1, 2, Source.Of("第五条"))] }),
    };

    [Theory]
    [InlineData("zone", 1, "沈阳市", null)]
    [InlineData("zone", 120, "沈阳市", null)]
    [InlineData("zone", 121, "沈阳市", BadName)]
    [InlineData("zone", 0, "沈阳市", BadName)]
    [InlineData("zone", 5, null, NoRegion)]
    [InlineData("zone", 5, "北京市", NoRegion)]
    [InlineData("plan", 5, "沈阳市", "The policy has no case of kind \"plan\".")]
    public void Case_IsOpenedUnderANameAndInARegionOfThePolicy(string kind, int length, string? region, string? wrong) =>
        Assert.Equal(wrong, Said(Sent(Body, new SignalBody.OpenCase(Small.Revision, kind, "N-2", new string('甲', length), region, [Own]), null)));

    [Fact]
    public void Name_WithALineBreak_IsRefusedBesideTheRegion()
    {
        var refusal = Sent(Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲\n乙", null, [Own]), null).Refusal!;
        Assert.Equal([BadName, NoRegion], refusal.Details.Select(d => d.Message.En));
        Assert.Equal(["title", "region"], refusal.Details.Select(d => d.Name));
    }

    [Fact]
    public void Case_IsOpenedByWhomThePolicyNames() =>
        Assert.Equal("not-yours", Sent(Province, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲", "沈阳市", []), null).Refusal!.Rule);

    [Fact]
    public void Applicants_HoldAnApplicantsRoleOnceEachAndToday()
    {
        string? Opened(params Applicant[] all) => Said(Sent(Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲", "沈阳市", [.. all]), null));

        Assert.Null(Opened(Own));
        Assert.Equal("There is no applicant role \"nobody\".", Opened(Own, new Applicant("nobody", new PartyId("x"))));
        Assert.Equal("There is no applicant role \"province\".", Opened(Own, new Applicant("province", new PartyId("x"))));
        Assert.Equal("A party can apply only once.", Opened(Own, Own));
        Assert.Equal(Stranger, Opened(Own, new Applicant("body", new PartyId("other"))));
        var twice = Sent(Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲", "沈阳市", [Own, new("nobody", new("x")), new("nobody", new("y"))]), null).Refusal!;
        Assert.Single(twice.Details, d => d.Name == "applicants");
    }

    [Theory]
    [InlineData(0, "From 1 to 2 of \"Partner\" apply jointly; 0 named.")]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "From 1 to 2 of \"Partner\" apply jointly; 3 named.")]
    public void JointApplication_NamesAsManyPartnersAsThePolicySays(int partners, string? wrong)
    {
        var named = Enumerable.Range(1, partners).Select(n => new Applicant("partner", new PartyId($"partner-{n}"))).ToImmutableArray();
        var opened = Sent(
            Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲", "沈阳市", [Own, .. named]), null, Jointly, LookedUp.Nothing with { Applicants = named });

        Assert.Equal(wrong, Said(opened));
        Assert.All(opened.Refusal?.Details ?? [], d => Assert.Equal(("partner", Source.Of("第五条")), (d.Name, d.Source)));
        Assert.Equal(wrong is null ? 1 + partners : 0, opened.State?.Applicants.Length ?? 0);
    }

    [Fact]
    public void Partner_WhoseRoleHasEnded_IsNamed() => Assert.Equal(
        ("partner", Stranger),
        Assert.Single(Sent(Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-2", "甲", "沈阳市", [Own, Partner]), null, Jointly).Refusal!.Details) is var d ? (d.Name, d.Message.En) : default);

    [Fact]
    public void Adoption_TakesDatesThatAnActionWouldHaveSetAndDutiesOfThePolicy()
    {
        var adopted = Sent(Province, Adopt(), null);
        Assert.Null(Said(adopted));
        Assert.Equal(("operating", Founded.Date), (adopted.State!.Standing, adopted.State.Marks["designated"].Date));
        Assert.Equal(1, adopted.State.Filed["list"]);

        Assert.Equal("There is no date \"founded\" to enter.", Said(Sent(Province, Adopt("founded"), null)));
        Assert.Equal("Not after today (2025-05-30).", Said(Sent(Province, Adopt(on: Founded with { Date = Today.AddDays(1) }), null)));
        Assert.Null(Said(Sent(Province, Adopt(on: Founded with { Date = Today }), null)));
        Assert.Equal("There is no such kind of document.", Said(Sent(Province, Adopt(on: Founded with { Document = Paperwork.Of("letter") }), null)));
        Assert.Equal("There is no standing \"shut\".", Said(Sent(Province, Adopt() with { Standing = "shut" }, null)));
        Assert.Equal("Another zone has this name.", Said(Sent(Province, Adopt(), null, lookedUp: LookedUp.Nothing with { NameTaken = true })));
        Assert.Equal("not-yours", Sent(Body, Adopt(), null).Refusal!.Rule);
        Assert.Equal("second-factor", Sent(Province with { SecondFactor = false }, Adopt(), null).Refusal!.Rule);
        Assert.Equal(BadName, Said(Sent(Province, Adopt() with { Title = "" }, null)));
    }

    [Fact]
    public void Adoption_OfADerivedDate_IsRefused()
    {
        var derived = Small with { Marks = Small.Marks.SetItem("designated", new MarkRule("designated", new Label("日", "Day"), "x", Core.Calendars.Period.Parse("2y"), Source.Of("第九条"))) };
        Assert.Equal("There is no date \"designated\" to enter.", Said(Sent(Province, Adopt(), null, derived)));
    }

    [Theory]
    [InlineData("yearly-report/2024", true)]
    [InlineData("yearly-report/", false)]
    [InlineData("yearly-report", false)]
    [InlineData("nothing/2024", false)]
    public void Adoption_SettlesOccurrencesOfThePolicysDuties(string settled, bool known) => Assert.Equal(
        known ? null : $"There is no duty \"{settled}\".", Said(Sent(Province, Adopt() with { SettledOccurrences = [settled] }, null)));

    private static SignalBody.AdoptCase Adopt(string mark = "designated", AdoptedMark? on = null) =>
        new(Small.Revision, "zone", "N-2", "甲", "沈阳市", [], "operating", Named((mark, on ?? Founded)), []);
}
