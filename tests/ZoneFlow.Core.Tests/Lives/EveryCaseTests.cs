using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>C# does not check that a switch over a union is complete; these do.</summary>
public sealed class EveryCaseTests
{
    private static readonly HashSet<Type> SaidForTheRecord =
    [
        typeof(Change.AnswersSaved), typeof(Change.ActionTaken), typeof(Change.DiscretionUsed), typeof(Change.FiledLate), typeof(Change.BanNoted),
        typeof(Change.NoticeEntryClosed), typeof(Change.DocumentAnnounced), typeof(Change.LetterIssued), typeof(Change.LetterNumbered), typeof(Change.LetterSealed), typeof(Change.EntryRegistered),
        typeof(Change.ValuesFiled), typeof(Change.ValuesVerified), typeof(Change.FundsRecorded), typeof(Change.FundShareShort),
        typeof(Change.FundsReversed), typeof(Change.PlanDrafted), typeof(Change.PlanJudged), typeof(Change.RosterFiled),
    ];

    // A sample names procedures, deadlines and people that the sampled states do not hold: it folds, and finds nothing to change.
    private static readonly HashSet<Type> AboutOneOfMany =
    [
        typeof(Change.StageEntered), typeof(Change.RoleSigned), typeof(Change.SignaturesVoided),
        typeof(Change.OptionalActHeld), typeof(Change.DeadlineSet), typeof(Change.DeadlinePaused), typeof(Change.DeadlineMoved),
        typeof(Change.ReminderFellDue), typeof(Change.DeadlineMissed), typeof(Change.DeadlineEscalated), typeof(Change.HolderAskedAgain), typeof(Change.TaskHandedOver),
        typeof(Change.FlagLowered), typeof(Change.NoticePublished), typeof(Change.ObjectionReceived), typeof(Change.NoticeEntryDropped),
        typeof(Change.ExpertSeated), typeof(Change.ExpertRecused), typeof(Change.ScoreGiven), typeof(Change.RoleEnded),
        typeof(Change.PersonRemoved), typeof(Change.PersonSecured), typeof(Change.BanCorrected), typeof(Change.PackUseChanged), typeof(Change.ItemsRanked), typeof(Change.ItemAnswered), typeof(Change.UnitsNamed), typeof(Change.InstrumentIssued),
    ];

    public static TheoryData<Type> Changes => [.. Samples.CasesOf<Change>()];

    public static TheoryData<Type> Bodies => [.. Samples.CasesOf<SignalBody>()];

    [Theory]
    [MemberData(nameof(Changes))]
    public void EveryChange_FoldsAndChangesTheStateUnlessItIsSaidForTheRecord(Type type)
    {
        var change = Samples.Of<Change>(type);
        var id = new CaseId("c");
        var folded = new List<bool>();
        foreach (var before in new CaseState?[] { null, Chapters.DesignatedOn("2025-05-06").State, Party(), Office() })
        {
            try
            {
                var after = Lifecycle.Apply(id, before, Entry(change));
                folded.Add(before is null || Canonical.Text(after with { Version = 0, LastAt = default }) != Canonical.Text(before with { Version = 0, LastAt = default }));
            }
            catch (Exception e) when (e is System.Diagnostics.UnreachableException or NullReferenceException)
            {
                // A change of another kind of case.
            }
        }

        Assert.NotEmpty(folded);
        Assert.Equal(!SaidForTheRecord.Contains(type) && !AboutOneOfMany.Contains(type), folded.Contains(true));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void EveryChange_HasASentenceInBothLanguages(Type type)
    {
        foreach (var pack in new[] { Policy, null })
        {
            var sentence = Narration.Of(pack, Samples.Of<Change>(type));
            Assert.EndsWith("。", sentence.Zh, StringComparison.Ordinal);
            Assert.EndsWith(".", sentence.En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void EverySignal_IsAnsweredByTheKindOfCaseItIsFor(Type type)
    {
        var body = Samples.Of<SignalBody>(type);
        var policy = Chapters.DesignatedOn("2025-05-06");
        var answered = 0;
        foreach (var (rules, state) in new[] { (policy.World.Rules, policy.State), (policy.World.Rules with { Pack = null }, Party()), (policy.World.Rules with { Pack = null }, Office()) })
        {
            try
            {
                Lifecycle.Decide(rules, state, Signal.By(new SignalId("s"), state.Id, policy.World.Now, Actor.System, body));
                answered++;
            }
            catch (System.Diagnostics.UnreachableException)
            {
                // A case with a policy has no office's settings.
            }
        }

        Assert.InRange(answered, 1, 3);
    }

    private static CaseState Party() => Built(new SignalBody.RegisterParty("沈阳高新区", null));

    private static CaseState Office() => Built(new SignalBody.OpenOffice("省局"));

    private static CaseState Built(SignalBody body)
    {
        var rules = new Rulebook(null, TestKit.ChinaCalendar.Today, Rulebook.UsualOpening);
        return Lifecycle.Decide(rules, null, Signal.By(new SignalId("s"), new CaseId("c"), At("2025-05-06"), Actor.System, body)).State!;
    }

    private static Entry Entry(Change change) =>
        new(99, At("2025-05-06"), At("2025-05-06"), "s", Actor.System, null, "", 1, null, [change]);
}
