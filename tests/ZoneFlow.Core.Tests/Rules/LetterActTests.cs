using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What an office does with a letter: draws it up, numbers it, has it sealed, corrects it; and what stands against each.</summary>
public sealed class LetterActTests
{
    private const string Key = "letter/1";
    private static readonly LetterPaper Paper = new(Paperwork.Of("page").Content, "application/pdf", 10);

    private static readonly LetterRule Notice = new("notice", new Label("{zone}通知", "Notice to {zone}"), new Label("{region}{reason}{dated}，{article}。", "Dated {dated}."), ["body"], Source.Of("第九条"))
    {
        Demand = new LetterDemand(["province"], false, null, []),
    };

    private static readonly LetterAtHand AtHand = new(Key, "notice", Named(("zone", "甲"), ("region", "沈阳市"), ("dated", "2025-05-30"), ("article", "第九条"), ("issuer", "province")), null, false, null, null);

    private static readonly SignalBody.DrawLetter Draw = new("notice", null);
    private static readonly SignalBody.NumberLetter Number = new(Key, "辽知发〔2025〕1号", Paper, Paper, "r");
    private static readonly SignalBody.CorrectLetter Correct = new(Key, Named(("dated", "2025-05-29")), null);
    private static readonly SignalBody.SealLetter Seal = new(Key, Paper, "seals");

    [Fact]
    public void Letter_DrawnUp_CarriesWhatItSpeaksOfAndGoesOut()
    {
        var drawn = Try(Draw);
        var issued = Assert.Single(Changes<Change.LetterIssued>(drawn));
        Assert.Equal(
            ("notice", "样例集聚区", "沈阳市", "2025-05-30", "2025-05-30", "第九条", "province", (string?)null),
            (issued.Template, issued.Values["zone"], issued.Values["region"], issued.Values["date"], issued.Values["dated"], issued.Values["article"], issued.Values["issuer"], issued.Supersedes));
        var mail = Assert.Single(drawn.Effects.OfType<Effect.Tell>());
        Assert.Equal((TellKind.Letter, "body", "notice"), (mail.Kind, mail.To.Role, mail.Template));
        Assert.Empty(Try(Draw, Notice with { Mailed = false }).Effects);
    }

    [Fact]
    public void Letter_IsDrawnUpByWhomThePolicyNames_WhenItSaysSo()
    {
        LetterRule When(LetterDemand demand) => Notice with { Demand = demand };
        var demand = Notice.Demand!;

        Assert.Equal("not-yours", Try(Draw, by: Body).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(Draw with { Template = "other" }).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(Draw, Notice with { Demand = null }).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(Draw, When(demand with { Flag = "held" })).Refusal?.Rule);
        Assert.Null(Said(Try(Draw, When(demand with { Flag = "held" }), state: Approving with { Flags = Approving.Flags.Add("held") })));
        Assert.Equal("letter-too-early", Try(Draw, When(demand with { Standings = ["operating"] })).Refusal?.Rule);
        Assert.Null(Said(Try(Draw, When(demand with { Standings = ["applying", "operating"] }))));
        Assert.Equal("letter-too-early", Try(Draw with { Procedure = "designation/1" }, When(demand with { Overdue = true })).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(Draw, When(demand with { Overdue = true }), state: Late()).Refusal?.Rule);
        var urged = Try(Draw with { Procedure = "designation/1" }, When(demand with { Overdue = true }), state: Late());
        Assert.Equal(Late().Procedures[0].Due!.Last.ToString("yyyy-MM-dd", null), Assert.Single(Changes<Change.LetterIssued>(urged)).Values["due"]);
    }

    [Fact]
    public void Letter_WithAGap_IsNotIssuedNorNumbered_AndTheGapIsNamed()
    {
        var gap = Notice with { Body = new Label("{outcome}{reason}{zone}") };
        Assert.Equal(("letter-incomplete", "outcome"), Try(Draw, gap).Refusal is var drawn ? (drawn!.Rule, drawn.Details.Single().Name) : default);
        Assert.Equal(("letter-incomplete", "outcome"), Try(Number, gap).Refusal is var numbered ? (numbered!.Rule, numbered.Details.Single().Name) : default);
        Assert.Equal("letter-incomplete", Try(Number, at: AtHand with { Values = AtHand.Values.SetItem("region", " ") }).Refusal?.Rule);
    }

    public static TheoryData<SignalBody> Acts => [Number, Correct, Seal];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Act_OnALetter_IsTheIssuersOrTheAuthoritys_AndOnlyWhileItStands(SignalBody body)
    {
        var kept = body is SignalBody.SealLetter ? AtHand with { Kept = true } : AtHand;
        Assert.Null(Said(Try(body, at: kept)));
        Assert.Null(Said(Try(body, at: kept with { Values = kept.Values.SetItem("issuer", "body") }, by: Body)));
        Assert.Equal("not-yours", Try(body, at: kept, by: Body).Refusal?.Rule);
        Assert.Equal("not-yours", Try(body, at: kept with { Values = kept.Values.SetItem("issuer", "") }, by: Body).Refusal?.Rule);
        Assert.Null(Said(Try(body, at: kept with { Values = kept.Values.SetItem("issuer", "") })));
        Assert.Equal("letter-superseded", Try(body, at: kept with { SupersededBy = "letter/2" }).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(body, at: kept with { Key = "letter/9" }).Refusal?.Rule);
        Assert.Equal("letter-too-early", Try(body, at: kept with { Template = "other" }).Refusal?.Rule);
        Assert.Equal("letter-too-early", Sent(Province, body, Approving, With(Notice)).Refusal?.Rule);
    }

    [Fact]
    public void Number_IsInItsFormOnceAndNobodyElses()
    {
        Assert.Equal("letter-kept", Try(Number, at: AtHand with { Kept = true }).Refusal?.Rule);
        Assert.Equal("document-number", Try(Number with { Number = "辽知发[2025]1号" }).Refusal?.Rule);
        Assert.Equal("document-number", Try(Number with { Number = null }).Refusal?.Rule);
        Assert.Equal("document-number-taken", Try(Number, taken: true).Refusal?.Rule);
        Assert.Equal("number", Assert.Single(Try(Number, taken: true).Refusal!.Details).Name);
        Assert.Equal("辽知发〔2025〕1号", Assert.Single(Changes<Change.LetterNumbered>(Try(Number))).Number);

        var certificate = Notice with { Format = LetterFormat.Certificate };
        Assert.Equal("document-number", Try(Number, certificate).Refusal?.Rule);
        Assert.Null(Assert.Single(Changes<Change.LetterNumbered>(Try(Number with { Number = null }, certificate))).Number);
    }

    [Fact]
    public void Seal_IsPutOnALetterThatIsKept_AndOnce()
    {
        Assert.Equal("letter-not-kept", Try(Seal).Refusal?.Rule);
        Assert.Equal("letter-sealed", Try(Seal, at: AtHand with { Kept = true, Sealed = true }).Refusal?.Rule);
        Assert.Equal((Key, "notice", "seals"), Assert.Single(Changes<Change.LetterSealed>(Try(Seal, at: AtHand with { Kept = true }))) is var sealed1 ? (sealed1.Letter, sealed1.Template, sealed1.Service) : default);
    }

    [Theory]
    [InlineData("dated", "2025-05-29", null)]
    [InlineData("zone", "乙", null)]
    [InlineData("dated", " ", "dated")]
    [InlineData("due", "2025-05-29", "due")]
    [InlineData("region", "大连市", "region")]
    [InlineData("other", "甲", "other")]
    public void Correction_PutsRightWhatTheLetterSaysAndNotWhatFollowsFromTheDecision(string name, string value, string? wrong)
    {
        var corrected = Try(Correct with { Values = Named((name, value)) });
        Assert.Equal(wrong, corrected.Refusal?.Details.Single().Name);
        if (wrong is null)
        {
            var issued = Assert.Single(Changes<Change.LetterIssued>(corrected));
            Assert.Equal((value, Key, "沈阳市"), (issued.Values[name], issued.Supersedes, issued.Values["region"]));
        }
    }

    [Fact]
    public void Correction_ThatChangesNothing_IsRefused_AndANewReasonIsAChange()
    {
        var same = Correct with { Values = Named(("dated", "2025-05-30")) };
        Assert.Equal("nothing-corrected", Try(same).Refusal?.Rule);
        Assert.Equal("nothing-corrected", Try(same with { Values = Named<string>() }).Refusal?.Rule);
        var why = Paperwork.Confide("笔误");
        Assert.Equal(why, Assert.Single(Changes<Change.LetterIssued>(Try(same with { Reason = why }))).Reason);
        var older = Paperwork.Confide("原由");
        Assert.Equal(older, Assert.Single(Changes<Change.LetterIssued>(Try(Correct, at: AtHand with { Reason = older }))).Reason);
        Assert.Equal("zone", Try(Correct with { Values = Named(("zone", new string('甲', 201))) }).Refusal?.Details.Single().Name);
        Assert.Null(Said(Try(Correct with { Values = Named(("zone", new string('甲', 200))) })));
    }

    [Theory]
    [InlineData("辽知发〔2025〕1号", "辽知发〔2025〕1号")]
    [InlineData(" 辽知发[２０２５] 12 号", "辽知发〔2025〕12号")]
    [InlineData("辽知发（2025）999999号", "辽知发〔2025〕999999号")]
    [InlineData("辽知发〔2025〕1000000号", null)]
    [InlineData("辽知发〔2025〕01号", null)]
    [InlineData("辽知发〔2025〕号", null)]
    [InlineData("辽知发〔0025〕1号", null)]
    [InlineData("辽知发〔025〕1号", null)]
    [InlineData("辽知发〔20a5〕1号", null)]
    [InlineData("辽知发〔2025〕1a号", null)]
    [InlineData("辽知发〔2025〕1", null)]
    [InlineData("〔2025〕1号", null)]
    [InlineData("辽1发〔2025〕1号", null)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十〔2025〕1号", "一二三四五六七八九十一二三四五六七八九十〔2025〕1号")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一〔2025〕1号", null)]
    [InlineData(null, null)]
    public void DocumentNumber_IsReadInItsStandardForm(string? typed, string? read) => Assert.Equal(read, DocumentNumber.Parse(typed));

    private static Decision Try(SignalBody body, LetterRule? letter = null, LetterAtHand? at = null, Actor? by = null, CaseState? state = null, bool taken = false) =>
        Sent(by ?? Province, body, state ?? Approving, With(letter ?? Notice), LookedUp.Nothing with { Letter = at ?? AtHand, NameTaken = taken });

    private static Pack With(LetterRule letter) => Small with { Letters = Small.Letters.SetItem("notice", letter) };

    private static CaseState Late() => Approving with { Procedures = [Approving.Procedures[0] with { Due = Approving.Procedures[0].Due! with { Missed = true, RungsClaimed = 9 } }] };

    private static IEnumerable<T> Changes<T>(Decision decision)
        where T : Change
    {
        Assert.Null(Said(decision));
        return decision.Entries.SelectMany(e => e.Changes).OfType<T>();
    }
}
