using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// A pack without its reminders. They change nothing of what can be done, so a walk over every choice goes without them; whether
/// anybody is reminded is asked of the pack itself (see <see cref="Reminding"/>).
/// </summary>
internal static class Quiet
{
    private static readonly Period NeverAgain = new(100, PeriodUnit.Years);

    public static Pack Of(Pack pack) => pack with
    {
        Procedures = [.. pack.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(Of)] })],
        Duties = [.. pack.Duties.Select(d => d with { Reminders = Of(d.Reminders) })],
    };

    private static StageRule Of(StageRule stage) => stage switch
    {
        StageRule.Task task => task with { Due = Of(task.Due), Reminders = Of(task.Reminders) },
        StageRule.Panel panel => panel with { Due = Of(panel.Due), Reminders = Of(panel.Reminders) },
        StageRule.Wait wait => wait with { AskAgain = NeverAgain },
        _ => stage,
    };

    private static DueRule Of(DueRule due) => due is DueRule.None none ? none with { AskAgain = NeverAgain } : due;

    private static ReminderRule Of(ReminderRule reminders) => reminders with { Rungs = [], OverdueTell = [], ThenAfter = null };
}
