using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>What the linter asks of the records again and again.</summary>
internal static class Readings
{
    extension(StageRule stage)
    {
        public bool Ends => stage is StageRule.End;

        public bool Pauses => stage is StageRule.Task { Pauses: true };

        public DueRule? Due => stage switch
        {
            StageRule.Task task => task.Due,
            StageRule.Panel panel => panel.Due,
            _ => null,
        };

        public ImmutableArray<OptionalAct> Optional => stage switch
        {
            StageRule.Task task => task.Optional,
            StageRule.Panel panel => panel.Optional,
            _ => [],
        };

        public ReminderRule? Reminders => stage switch
        {
            StageRule.Task task => task.Reminders,
            StageRule.Panel panel => panel.Reminders,
            _ => null,
        };

        /// <summary>Whether the stage itself comes to an end in time, so that <c>elapsed</c> can follow.</summary>
        public bool HasDueDate => stage switch
        {
            StageRule.Task or StageRule.Panel => stage.Due is not DueRule.None,
            StageRule.Wait wait => wait.Until is not null,
            StageRule.Notice => true,
            _ => false,
        };
    }

    extension(Guard? guard)
    {
        /// <summary>The rows of a condition, whatever joins them.</summary>
        public IEnumerable<Guard> Rows => guard switch
        {
            null => [],
            Guard.All all => all.Guards.SelectMany(g => g.Rows),
            Guard.Any any => any.Guards.SelectMany(g => g.Rows),
            Guard.AtLeast some => some.Guards.SelectMany(g => g.Rows),
            _ => [guard],
        };
    }

    extension(DutySchedule schedule)
    {
        public string? Anchor => schedule switch
        {
            DutySchedule.Once once => once.From,
            DutySchedule.EveryYears years => years.Anchor,
            _ => null,
        };
    }

    extension(Step step)
    {
        public IEnumerable<Value> Values => step switch
        {
            Step.SetMark s => [s.Date],
            Step.Start s => s.With.Values,
            Step.ApplyOutcome s => [s.Outcome],
            Step.Join s => [s.Case],
            Step.Register s => [s.Entry],
            Step.IssueInstrument s => [s.Instrument],
            _ => [],
        };
    }
}
