using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>What a calendar says of its days and what another would move, in the words of the command and of the page.</summary>
public static class CalendarWords
{
    public static Label Of(DayKind kind) => kind switch
    {
        DayKind.Holiday => new Label("放假", "off"),
        DayKind.MakeUp => new Label("调休上班", "worked in exchange"),
        DayKind.ProvisionalHoliday => new Label("预计放假（通知未发布）", "expected off, no notice yet"),
        DayKind.Weekend => new Label("周末", "weekend"),
        _ => new Label("工作日", "working day"),
    };

    /// <summary>春节放假; 周末.</summary>
    public static string Of(DayReason reason) => $"{reason.Festival}{Of(reason.Kind).Zh}";

    /// <summary>2020-01-31 工作日 → 春节放假.</summary>
    public static string Of(DayChange change) => $"{change.Date:yyyy-MM-dd} {Of(change.Was)} → {Of(change.Now)}";

    /// <summary>What is said once a calendar was loaded.</summary>
    public static Label Loaded(CalendarPlan done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Moves.IsEmpty
            ? new Label("已载入，没有期限因此变动。", "Loaded; no deadline moves.")
            : new Label("已载入，期限已变动并记入台账。", "Loaded; the deadlines have moved, each with its line in the journal.");
    }

    /// <summary>Why a deadline moves: the days on its way that are another kind of day now.</summary>
    public static string Why(DateMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return string.Join("、", move.Days.Select(d => $"{d.Date:yyyy-MM-dd}{Of(d.Now)}"));
    }
}
