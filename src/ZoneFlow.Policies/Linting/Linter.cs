using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;
using ZoneFlow.Policies.Linting.Rules;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Linting;

/// <summary>
/// Reads a pack as a whole and says what would go wrong in a case's life under it: everything at once, by file and line, in
/// sentences for the person who wrote it.
/// </summary>
public static class Linter
{
    private static readonly ImmutableArray<Action<PackMap, Report>> All =
    [
        UnknownNames.Check, StagesReached.Check, Waits.Check, DueDates.Check, IdleNames.Check, Sourcing.Check, CriteriaFields.Check,
        Lengths.Check, Messages.Check, Cycles.Check, DefaultsAndStandings.Check, StandingChanges.Check, Openings.Check,
        Corrections.Check, DutiesAndProcedures.Check, MarksSet.Check, Signing.Check, NoticesAndPanels.Check, LookUps.Check,
        Inputs.Check, Weighty.Check, Actions.Check, PlanItems.Check, Rosters.Check, LettersFilled.Check, WordsKept.Check, PublicLists.Check, Keeping.Check,
    ];

    public static ImmutableArray<Finding> Check(Pack pack, PackPositions positions)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(positions);
        var map = new PackMap(pack);
        var report = new Report(positions);
        foreach (var rule in All)
        {
            rule(map, report);
        }
        return report.Findings;
    }
}
