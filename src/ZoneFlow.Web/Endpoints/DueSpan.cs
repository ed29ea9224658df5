namespace ZoneFlow.Web.Endpoints;

/// <summary>Due dates from the first up to, and not with, the second; null where the span has no such end.</summary>
public readonly record struct DueSpan(DateOnly? First, DateOnly? Until)
{
    /// <summary>Any date, and none.</summary>
    public static DueSpan Any => default;

    /// <summary>One day.</summary>
    public static DueSpan Of(DateOnly day) => new(day, day.AddDays(1));

    public bool Has(DateOnly day) => (First is null || day >= First) && (Until is null || day < Until);

    // Where it begins and ends among the keys that a worklist is sorted by, which start with the date.
    internal string? After => First is { } first ? $"{first:yyyy-MM-dd}" : null;

    internal string? Before => Until is { } until ? $"{until:yyyy-MM-dd}" : null;
}
