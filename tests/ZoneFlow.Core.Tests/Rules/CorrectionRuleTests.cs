using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>Putting right what was recorded wrongly: by whom, on what, and what changes.</summary>
public sealed class CorrectionRuleTests
{
    private static readonly Confided Why = Paperwork.Confide("裁决");
    private static readonly ImmutableArray<FiledDocument> Papers = [Paperwork.Of("list")];
    private static readonly ImposedBan Ban = new("no-reapply", "9121", ["scheme"], Today, Today.AddYears(1), "第十九条", ["9122"], false);

    private static readonly CaseState Operating = Approving with
    {
        Standing = "operating", StandingSince = Today, Procedures = [], Bans = [Ban, Ban with { Subject = "样例集聚区", Warned = [] }],
        Marks = Approving.Marks.SetItem("designated", new Mark(Today.AddDays(-9), Today.AddDays(-9))),
    };

    public static TheoryData<SignalBody> Corrections =>
    [
        new SignalBody.CorrectMark("designated", Today, Why, Papers),
        new SignalBody.CorrectStanding("withdrawn", Why, Papers),
        new SignalBody.CorrectBan(1, "9123", Today, Today, false, Why, Papers),
    ];

    [Theory]
    [MemberData(nameof(Corrections))]
    public void Correction_IsTheAuthoritys_WithASecondFactorAndADocumentOfThePolicy(SignalBody body)
    {
        SignalBody With(ImmutableArray<FiledDocument> papers) => body switch
        {
            SignalBody.CorrectMark c => c with { Documents = papers },
            SignalBody.CorrectStanding c => c with { Documents = papers },
            SignalBody.CorrectBan c => c with { Documents = papers },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Assert.Equal("not-yours", Sent(Body, body, Operating).Refusal?.Rule);
        Assert.Equal("second-factor", Sent(Province with { SecondFactor = false }, body, Operating).Refusal?.Rule);
        Assert.Equal(["documents"], Sent(Province, With([]), Operating).Refusal?.Details.Select(d => d.Name));
        Assert.Equal("There is no such kind of document.", Said(Sent(Province, With([Paperwork.Of("letter")]), Operating)));

        var done = Sent(Province, body, Operating);
        Assert.Null(Said(done));
        Assert.Equal(Operating.Filed["list"] + 1, done.State!.Filed["list"]);
        Assert.Contains(done.Entries.SelectMany(e => e.Changes).OfType<Change.DocumentFiled>(), d => d.Document.Version == Operating.Filed["list"] + 1);
    }

    [Fact]
    public void Date_ThatIsThere_IsCorrectedToAnother()
    {
        Assert.Equal("no-such-mark", Sent(Province, new SignalBody.CorrectMark("founded", Today, Why, Papers), Operating).Refusal?.Rule);
        Assert.Equal("nothing-corrected", Sent(Province, new SignalBody.CorrectMark("designated", Today.AddDays(-9), Why, Papers), Operating).Refusal?.Rule);

        var change = Changes(Sent(Province, new SignalBody.CorrectMark("designated", Today, Why, Papers), Operating)).OfType<Change.MarkCorrected>().Single();
        Assert.Equal((Today.AddDays(-9), Today, Today), (change.Was, change.Date, change.On));
        Assert.Equal($"list/{Operating.Filed["list"] + 1}", Assert.Single(change.Papers));
    }

    [Fact]
    public void Standing_CorrectedToAFinalOne_StopsWhatRuns()
    {
        Assert.Equal("no-such-standing", Sent(Province, new SignalBody.CorrectStanding("shut", Why, Papers), Operating).Refusal?.Rule);
        Assert.Equal("nothing-corrected", Sent(Province, new SignalBody.CorrectStanding("operating", Why, Papers), Operating).Refusal?.Rule);
        Assert.Equal("name-taken", Sent(Province, new SignalBody.CorrectStanding("withdrawn", Why, Papers), Operating, lookedUp: LookedUp.Nothing with { NameTaken = true }).Refusal?.Rule);

        var running = Operating with { Procedures = Approving.Procedures };
        var ended = Sent(Province, new SignalBody.CorrectStanding("withdrawn", Why, Papers), running).State!;
        Assert.Equal(("withdrawn", 0), (ended.Standing, ended.Procedures.Length));
        var going = Sent(Province, new SignalBody.CorrectStanding("drafting", Why, Papers), running).State!;
        Assert.Equal(("drafting", 1), (going.Standing, going.Procedures.Length));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Ban_IsCorrectedByItsNumber(int number, bool known) => Assert.Equal(
        known ? null : "no-such-ban", Sent(Province, new SignalBody.CorrectBan(number, "9123", Today, Today, false, Why, Papers), Operating).Refusal?.Rule);

    [Theory]
    [InlineData("", 0, "subject")]
    [InlineData("  ", 0, "subject")]
    [InlineData("9121", -1, "last")]
    [InlineData("9121", 0, null)]
    public void Ban_IsCorrectedToASubjectAndDaysInOrder(string subject, int days, string? wrong) => Assert.Equal(
        wrong, Sent(Province, new SignalBody.CorrectBan(1, subject, Today, Today.AddDays(days), false, Why, Papers), Operating).Refusal?.Details.Single().Name);

    [Fact]
    public void Ban_OnAnEndlessSubject_IsRefused()
    {
        Assert.NotNull(Said(Sent(Province, new SignalBody.CorrectBan(1, new string('9', 121), Today, Today, false, Why, Papers), Operating)));
        Assert.Null(Said(Sent(Province, new SignalBody.CorrectBan(1, new string('9', 120), Today, Today, false, Why, Papers), Operating)));
    }

    [Fact]
    public void Ban_CorrectedToAnotherSubject_LeavesTheOldOneAndWarnsOfTheSame()
    {
        var done = Sent(Province, new SignalBody.CorrectBan(1, " 9123 ", Today, Ban.Last, false, Why, Papers), Operating);
        Assert.Equal(
            [("9121", true, false), ("9123", false, false), ("9122", false, true)],
            done.Effects.OfType<Effect.RegisterBan>().Select(b => (b.Subject, b.Lifted, b.WarnsOnly)));
        Assert.All(done.Effects.OfType<Effect.RegisterBan>(), b => Assert.Equal(1, b.Number));
        Assert.Equal("9123", done.State!.Bans[0].Subject);
    }

    [Fact]
    public void Ban_Lifted_IsTakenOutOnceAndMayBePutBack()
    {
        var lift = new SignalBody.CorrectBan(1, Ban.Subject, Ban.First, Ban.Last, true, Why, Papers);
        Assert.Equal("nothing-corrected", Sent(Province, lift with { Lifted = false }, Operating).Refusal?.Rule);
        var lifted = Sent(Province, lift, Operating);
        Assert.All(lifted.Effects.OfType<Effect.RegisterBan>(), b => Assert.True(b.Lifted));
        Assert.Equal(2, lifted.Effects.OfType<Effect.RegisterBan>().Count());

        Assert.Equal("nothing-corrected", Sent(Province, lift, lifted.State).Refusal?.Rule);
        var other = Sent(Province, lift with { Subject = "9124", Lifted = false }, lifted.State);
        Assert.Equal(["9124", "9122"], other.Effects.OfType<Effect.RegisterBan>().Select(b => b.Subject));
        Assert.False(other.State!.Bans[0].Lifted);
    }

    private static IEnumerable<Change> Changes(Decision decision) => decision.Entries.SelectMany(e => e.Changes);
}
