using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Server.Commands;

/// <summary>One thing asked of the calendar, from the command line or a line of a batch: the same words, the same checks.</summary>
internal sealed record DeadlineQuestion(DeadlineQuestion.Kind Asked, DateOnly Date, Period Period, Reckoning Reckoning, DateOnly? AsOf)
{
    // Far enough for any zone and its terms; nearer to the ends of the calendar a period would run out of dates.
    private const int FirstYear = 1950;
    private const int LastYear = 2150;

    internal enum Kind
    {
        From,
        By,
        Before,
    }

    public static bool TryRead(
        Words words, [NotNullWhen(true)] out DeadlineQuestion? question, [NotNullWhen(false)] out string? error)
    {
        question = null;
        var (asked, date) = words switch
        {
            { From: { } from, By: null, Before: null } => (Kind.From, from),
            { From: null, By: { } by, Before: null } => (Kind.By, by),
            { From: null, By: null, Before: { } before } => (Kind.Before, before),
            _ => (default, null),
        };
        var period = default(Period);
        DateOnly day = default, asOf = default;
        error = date is null ? "Give one of from, by and before."
            : !TryDate(date, out day) ? NoDate(date)
            : words.AsOf is not null && !TryDate(words.AsOf, out asOf) ? NoDate(words.AsOf)
            : asked is Kind.By && words.Period is not null ? "A fixed date (by) has no period."
            : asked is not Kind.By && words.Period is null ? "Give a period: 5wd working days, 7d days, 2mo months, 2y years."
            : asked is not Kind.From && words.CountFirstDay ? "Only a period from a date can count its first day."
            : asked is Kind.Before && !words.Roll ? "A reminder (before) does not roll."
            : null;
        if (error is not null || (words.Period is not null && !Period.TryParse(words.Period, out period, out error)))
        {
            return false;
        }
        var reckoning = new Reckoning(words.CountFirstDay, words.Roll ? Roll.NextWorkingDay : Roll.None);
        question = new DeadlineQuestion(asked, day, period, reckoning, words.AsOf is null ? null : asOf);
        return true;
    }

    public DeadlineDate Answer(WorkingCalendar calendar) => Asked switch
    {
        Kind.From => Deadlines.Compute(Period, Date, calendar, Reckoning),
        Kind.By => Deadlines.FixedDate(Date, calendar, Reckoning.Roll),
        Kind.Before => Deadlines.Before(Date, Period, calendar),
        _ => throw new UnreachableException(),
    };

    public ImmutableArray<DayNote> Explain(WorkingCalendar calendar) => Asked switch
    {
        Kind.From => Deadlines.Explain(Period, Date, calendar, Reckoning),
        Kind.By => Deadlines.ExplainFixedDate(Date, calendar, Reckoning.Roll),
        Kind.Before => Deadlines.ExplainBefore(Date, Period, calendar),
        _ => throw new UnreachableException(),
    };

    private static bool TryDate(string text, out DateOnly date) =>
        CivilDate.TryParseDateOrInstant(text, out date) && date.Year is >= FirstYear and <= LastYear;

    private static string NoDate(string text) =>
        $"'{text}' is no date from {FirstYear} to {LastYear}; write 2025-03-10, or an instant with its offset, 2025-03-09T16:00:00Z.";

    /// <summary>What was written, not yet looked at.</summary>
    internal sealed record Words(
        string? From = null, string? By = null, string? Before = null, string? Period = null, bool Roll = true,
        bool CountFirstDay = false, string? AsOf = null);
}
