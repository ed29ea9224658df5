using System.Diagnostics.CodeAnalysis;

namespace ZoneFlow.Core.Calendars;

/// <summary>A budget of time as a policy writes it: <c>5wd</c> five working days, <c>7d</c> days, <c>2mo</c> months, <c>2y</c> years. At least one, at most a hundred years.</summary>
public readonly record struct Period
{
    private const int MaxDays = 36_500;

    public Period(int count, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most(unit));
        (Count, Unit) = (count, unit);
    }

    public int Count { get; }

    public PeriodUnit Unit { get; }

    public static Period Parse(string text) =>
        TryParse(text, out var period, out var reason) ? period : throw new FormatException(reason);

    /// <summary>Refuses with a reason in words, for the person who wrote it.</summary>
    public static bool TryParse(string? text, out Period period, [NotNullWhen(false)] out string? reason)
    {
        period = default;
        var written = text.AsSpan();
        var digits = written.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !TryUnit(written[digits..], out var unit))
        {
            reason = written.StartsWith("-")
                ? $"'{text}' is negative; a period is at least 1."
                : $"'{text}' is no period; write a number and a unit: 5wd working days, 7d days, 2mo months, 2y years.";
            return false;
        }
        var count = 0;
        foreach (var digit in written[..digits])
        {
            count = Math.Min((count * 10) + (digit - '0'), MaxDays + 1);
        }
        reason = count == 0 ? $"'{text}' is a period of no length; it is at least 1."
            : written[0] == '0' ? $"'{text}' begins with a zero; write the number without it."
            : count > Most(unit) ? $"'{text}' is longer than a hundred years."
            : null;
        if (reason is not null)
        {
            return false;
        }
        period = new Period(count, unit);
        return true;
    }

    /// <summary>The text it was parsed from.</summary>
    public override string ToString() => $"{Count}{Suffix(Unit)}";

    private static int Most(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Months => 1200,
        PeriodUnit.Years => 100,
        _ => MaxDays,
    };

    private static bool TryUnit(ReadOnlySpan<char> suffix, out PeriodUnit unit)
    {
        (var known, unit) = suffix switch
        {
            "d" => (true, PeriodUnit.Days),
            "wd" => (true, PeriodUnit.WorkingDays),
            "mo" => (true, PeriodUnit.Months),
            "y" => (true, PeriodUnit.Years),
            _ => (false, default),
        };
        return known;
    }

    private static string Suffix(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Days => "d",
        PeriodUnit.WorkingDays => "wd",
        PeriodUnit.Months => "mo",
        PeriodUnit.Years => "y",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
