using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Dates, deadlines, reminders and what is owed.</summary>
internal static class Time
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.DeadlineSet { Due: { } due } => Set(words.Deadline(due.Id), due),
        Change.DeadlineSet c => new($"“{words.Procedure(c.Procedure).Zh}”不再有期限。", $"\"{Words.En(words.Procedure(c.Procedure))}\" has no deadline now."),
        Change.DeadlinePaused c => new(
            $"“{words.Stage(c.Procedure, c.Stage).Zh}”的期限中止。", $"The clock of \"{Words.En(words.Stage(c.Procedure, c.Stage))}\" stands still."),
        Change.DeadlineMoved c => Moved(words, c),
        Change.ReminderFellDue c => Reminded(words.Deadline(c.Deadline), c.Told),
        Change.DeadlineMissed c => new($"“{words.Deadline(c.Deadline).Zh}”逾期。", $"\"{Words.En(words.Deadline(c.Deadline))}\" is overdue."),
        Change.DeadlineEscalated c => new($"“{words.Deadline(c.Deadline).Zh}”逾期未办，督办。", $"\"{Words.En(words.Deadline(c.Deadline))}\" is still overdue and was escalated."),
        Change.HolderAskedAgain c => new(
            $"第{c.Times}次催办“{words.Procedure(c.Procedure).Zh}”。", $"The holder of \"{Words.En(words.Procedure(c.Procedure))}\" was asked again ({c.Times})."),
        Change.FiledLate c => new(
            $"“{words.Procedure(c.Procedure).Zh}”应于{Words.Day(c.Last)}前提出，已逾期（{c.Source}）。",
            $"\"{Words.En(words.Procedure(c.Procedure))}\" was due by {Words.Day(c.Last)} and came late ({c.Source})."),
        Change.MarkSet c => new($"{words.Mark(c.Mark).Zh}：{Words.Day(c.Date)}。", $"{Words.En(words.Mark(c.Mark))}: {Words.Day(c.Date)}."),
        Change.MarkCorrected c => new(
            $"{words.Mark(c.Mark).Zh}由{Words.Day(c.Was)}更正为{Words.Day(c.Date)}，凭{words.Papers(c.Papers).Zh}。",
            $"{Words.En(words.Mark(c.Mark))} was corrected from {Words.Day(c.Was)} to {Words.Day(c.Date)}, on {Words.En(words.Papers(c.Papers))}."),
        Change.OccurrenceOpened c => Owed(words.Occurrence(c.Occurrence.Id), c.Occurrence.Due),
        Change.OccurrenceClosed c => Closed(words.Occurrence(c.Id), c.State),
        _ => null,
    };

    private static Label Set(Label what, Deadline due) => new(
        $"“{what.Zh}”须于{Words.Day(due.Last)}前办理{Kind(due).Zh}。", $"\"{Words.En(what)}\" is due by {Words.Day(due.Last)}{Kind(due).En}.");

    private static Label Owed(Label duty, Deadline due) => new(
        $"应报“{duty.Zh}”，{Words.Day(due.Last)}前{Kind(due).Zh}。", $"\"{Words.En(duty)}\" is owed by {Words.Day(due.Last)}{Kind(due).En}.");

    private static Label Kind(Deadline due)
    {
        var (zh, en) = due.Provisional ? ("，日期待定", ", provisional") : ("", "");
        return due.Source.Effect == LegalEffect.Statutory
            ? new($"（法定：{due.Source}{zh}）", $" (statutory: {due.Source}{en})")
            : new($"（服务规范{zh}）", $" (service norm{en})");
    }

    private static Label Moved(Words words, Change.DeadlineMoved c)
    {
        var what = words.Deadline(c.Deadline);
        var (zh, en) = c.Because switch
        {
            "calendar" => ("节假日安排有变", "the calendar changed"),
            "pack" => ("政策版本更换", "the policy's revision changed"),
            _ => ("起算日有变", "the date it runs from changed"),
        };
        return c.Was == c.Now.Last
            ? new($"“{what.Zh}”的期限重新核算，仍为{Words.Day(c.Was)}（{zh}）。", $"\"{Words.En(what)}\" was computed again and stays {Words.Day(c.Was)} ({en}).")
            : new($"“{what.Zh}”的期限由{Words.Day(c.Was)}改为{Words.Day(c.Now.Last)}（{zh}）。", $"\"{Words.En(what)}\" moved from {Words.Day(c.Was)} to {Words.Day(c.Now.Last)} ({en}).");
    }

    private static Label Reminded(Label what, bool told) => told
        ? new($"提醒“{what.Zh}”。", $"A reminder of \"{Words.En(what)}\" went out.")
        : new($"“{what.Zh}”的提醒已错过，不再发出。", $"A reminder of \"{Words.En(what)}\" was passed over.");

    private static Label Closed(Label duty, OccurrenceState state)
    {
        var (zh, en) = state switch
        {
            OccurrenceState.Settled => ("已按期报送", "was filed in time"),
            OccurrenceState.SettledLate => ("已逾期报送", "was filed late"),
            OccurrenceState.Lapsed => ("不再要求", "is no longer owed"),
            OccurrenceState.Replaced => ("由其他程序代替", "was replaced"),
            OccurrenceState.Skipped => ("本期免报", "was skipped"),
            OccurrenceState.Deferred => ("延后", "was put off"),
            OccurrenceState.NotOwed => ("经更正不应报送", "was not owed after all"),
            _ => ("仍应报送", "is owed"),
        };
        return new($"“{duty.Zh}”{zh}。", $"\"{Words.En(duty)}\" {en}.");
    }
}
