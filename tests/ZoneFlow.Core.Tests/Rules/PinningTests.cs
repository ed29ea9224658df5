using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>A case is decided under its own revision, or under that of the round it is about to join, where everything in it has its name there too.</summary>
public sealed class PinningTests
{
    private static readonly PackRevision Older = new(Small.Revision.Pack, "0");
    private static readonly LookedUp Round = LookedUp.Nothing with { RoundPack = Small.Revision };

    public static TheoryData<Func<CaseState, CaseState>> Unfit =>
    [
        s => s with { Standing = "unknown" },
        s => s with { Flags = s.Flags.Add("unknown") },
        s => s with { Kind = "unknown" },
        s => s with { Occurrences = [new Occurrence("unknown/1", "unknown", "1", Today, s.Procedures[0].Due!, [])] },
        s => s with { Procedures = [s.Procedures[0], s.Procedures[0] with { Id = "unknown/1", Name = "unknown" }] },
        s => s with { Procedures = [s.Procedures[0], s.Procedures[0] with { Id = "designation/2", Stage = "unknown" }] },
        s => s with { Procedures = [s.Procedures[0] with { Paused = new PausedStage("unknown", s.Procedures[0].Due!) }] },
    ];

    [Fact]
    public void Case_UnderAnotherRevision_IsDecidedUnderItsRoundsAndNoOther()
    {
        var act = new OneAct { State = s => s with { Pack = Older }, LookedUp = Round };
        Assert.Null(act.Against());
        Assert.Equal("revision", (act with { LookedUp = LookedUp.Nothing }).Decided().Refusal?.Rule);
        Assert.Equal("revision", (act with { LookedUp = Round with { RoundPack = Older } }).Decided().Refusal?.Rule);
        Assert.Equal("revision", (act with { State = s => s with { Pack = new PackRevision("other", "0") } }).Decided().Refusal?.Rule);
        Assert.Null(new OneAct().Against());
    }

    [Fact]
    public void Case_OfWhichAllHasItsNameThere_Fits()
    {
        var act = new OneAct
        {
            LookedUp = Round,
            State = s => s with
            {
                Pack = Older,
                Flags = s.Flags.Add("held"),
                Occurrences = [new Occurrence("yearly-report/2024", "yearly-report", "2024", Today, s.Procedures[0].Due! with { Id = "yearly-report/2024", RungsClaimed = 9 }, [])],
                Procedures = [s.Procedures[0] with { Paused = new PausedStage("review", s.Procedures[0].Due!) }],
            },
        };
        Assert.Null(act.Against());
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Case_OfWhichSomethingHasNoNameThere_IsMigratedFirst(Func<CaseState, CaseState> state) =>
        Assert.Equal("revision", new OneAct { LookedUp = Round, State = s => state(s) with { Pack = Older } }.Decided().Refusal?.Rule);
}
