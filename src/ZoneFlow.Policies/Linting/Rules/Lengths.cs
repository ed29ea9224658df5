using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Lengths, bounds and windows that are zero, upside down or longer than any policy.</summary>
internal static class Lengths
{
    private const int AnyYear = 2025;

    public static void Check(PackMap map, Report report)
    {
        foreach (var (path, what, period) in Periods(map).Where(p => p.Period.Count <= 0 || Days(p.Period) > Longest(p.Period.Unit)))
        {
            report.Error("absurd-period", path, period.Count <= 0
                ? $"{what} is zero: a length of time is at least one day."
                : $"{what} is longer than any policy means: {period.Count} {Words(period.Unit)}.");
        }
        foreach (var (path, what) in Windows(map.Pack))
        {
            report.Error("absurd-period", path, what);
        }
        foreach (var (path, what) in map.Sites.SelectMany(s => s.Rule.Ask.Select(f => (s.Path, Field: f)))
            .Concat(map.Pack.Form.Select(f => (Path: $"form/{f.Name}", Field: f)))
            .Where(f => IsUpsideDown(f.Field.Type)).Select(f => (f.Path, $"The bounds of '{f.Field.Name}' leave no value.")))
        {
            report.Error("absurd-bounds", path, what);
        }
        foreach (var panel in map.Pack.Procedures.SelectMany(p => p.Stages.OfType<StageRule.Panel>().Select(s => (Path: PackMap.StagePath(p, s), s.Rule))))
        {
            if (panel.Rule.FewestSeats < 1 || panel.Rule.PresetSeats < panel.Rule.FewestSeats || panel.Rule.PresetSeats > panel.Rule.MostSeats || panel.Rule.LowestScore >= panel.Rule.HighestScore)
            {
                report.Error("absurd-bounds", panel.Path, "The panel's (评审) seats or scores leave no room: fewest, preset and most seats rise, and so do the scores.");
            }
        }
    }

    private static IEnumerable<(string Path, string What, Period Period)> Periods(PackMap map)
    {
        var pack = map.Pack;
        return
        [
            .. pack.Marks.Values.Select(m => ($"marks/{m.Name}", $"The term to '{m.Name}'", m.For)),
            .. pack.Bans.Values.Select(b => ($"bans/{b.Name}", $"The ban '{b.Name}'", b.For)),
            .. pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => OfStage(p, s))),
            .. pack.Procedures.Where(p => p.OpenedBy?.Late is not null)
                .Select(p => ($"{PackMap.Path(p)}/opened-by", $"The time for filing '{p.OpenedBy!.Action}'", p.OpenedBy.Late!.Within)),
            .. map.Sites.SelectMany(s => s.Rule.Ask.Select(f => f.Type).OfType<FieldType.Span>()
                .Select(f => (s.Path, $"The shortest choice of '{s.Name}'", f.Least))),
            .. pack.Duties.SelectMany(OfDuty),
        ];
    }

    private static IEnumerable<(string, string, Period)> OfStage(ProcedureRule procedure, StageRule stage)
    {
        var path = PackMap.StagePath(procedure, stage);
        var name = $"'{procedure.Name}.{stage.Name}'";
        if (stage is StageRule.Notice notice)
        {
            yield return (path, $"The public notice (公示) {name}", notice.Rule.For);
        }
        if (stage.Due is DueRule.Within { Budget: { } budget })
        {
            yield return (path, $"The time for {name}", budget);
        }
        foreach (var period in stage.Reminders is { } rule ? OfReminders(rule) : [])
        {
            yield return (path, $"A reminder (提醒) of {name}", period);
        }
    }

    private static IEnumerable<(string, string, Period)> OfDuty(DutyRule duty)
    {
        var path = $"duties/{duty.Name}";
        if (duty.Schedule is DutySchedule.Once once)
        {
            yield return (path, $"The time for the duty (义务) '{duty.Name}'", once.Within);
            if (once.OpensBefore is { } before)
            {
                yield return (path, $"The opening of the duty (义务) '{duty.Name}'", before);
            }
        }
        if (duty.LeastOverlap is { } overlap)
        {
            yield return (path, $"The least overlap of the duty (义务) '{duty.Name}'", overlap);
        }
        foreach (var period in OfReminders(duty.Reminders))
        {
            yield return (path, $"A reminder (提醒) of the duty (义务) '{duty.Name}'", period);
        }
    }

    private static IEnumerable<Period> OfReminders(ReminderRule rule) => rule.Rungs.Append(rule.ThenAfter).OfType<Period>();

    private static IEnumerable<(string Path, string What)> Windows(Pack pack)
    {
        foreach (var duty in pack.Duties)
        {
            var isWrong = duty.Schedule switch
            {
                DutySchedule.Yearly y => !Before(y.Opens, y.By),
                DutySchedule.EveryYears e => e.Years is < 1 or > 50 || !Before(e.Opens, e.By),
                DutySchedule.PartYearly p => p.Opens.IsEmpty || p.Opens.Length != p.By.Length || p.Opens.Zip(p.By).Any(w => !Before(w.First, w.Second)),
                _ => false,
            };
            if (isWrong)
            {
                yield return ($"duties/{duty.Name}", $"The window of the duty (义务) '{duty.Name}' is empty: each opens before the day by which it is due, in one year.");
            }
        }
        foreach (var procedure in pack.Procedures)
        {
            foreach (var stage in procedure.Stages.Where(s => s.Due is DueRule.Within { Budget: null, Input: null }))
            {
                yield return (PackMap.StagePath(procedure, stage), $"'{procedure.Name}.{stage.Name}' falls due within a time that is not given.");
            }
        }
    }

    private static bool Before(MonthDay opens, MonthDay by) =>
        opens.Month > 0 && by.Month > 0 && opens.In(AnyYear) < by.In(AnyYear);

    private static bool IsUpsideDown(FieldType type) => type switch
    {
        FieldType.Text t => t.Longest < 1,
        FieldType.Whole t => t.Least > t.Most,
        FieldType.Number t => t.Least > t.Most,
        FieldType.Choice t => t.Options.IsEmpty,
        FieldType.Several t => t.Options.IsEmpty,
        FieldType.Span t => Days(t.Least) > Days(t.Preset) || Days(t.Preset) > Days(t.Most),
        _ => false,
    };

    private static long Days(Period period) => period.Unit switch
    {
        PeriodUnit.Days => period.Count,
        PeriodUnit.WorkingDays => period.Count * 7L / 5,
        PeriodUnit.Months => period.Count * 30L,
        _ => period.Count * 365L,
    };

    /// <summary>A working-day or day budget of more than ten years is a slip of the unit; months and years may reach fifty.</summary>
    private static long Longest(PeriodUnit unit) => unit is PeriodUnit.Days or PeriodUnit.WorkingDays ? 3660 : 50 * 365L;

    private static string Words(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Days => "days",
        PeriodUnit.WorkingDays => "working days",
        PeriodUnit.Months => "months",
        _ => "years",
    };
}
