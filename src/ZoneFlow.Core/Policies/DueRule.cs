using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>When a stage falls due.</summary>
public abstract record DueRule(Source Source)
{
    /// <summary>No date at all; its holder is asked again every <paramref name="AskAgain"/>.</summary>
    public sealed record None(Period AskAgain, Source Source) : DueRule(Source);

    /// <summary>A length of time from a mark, or from the day the stage was entered where no mark is named.</summary>
    /// <param name="Input">The input that holds the length chosen by an official, or null.</param>
    public sealed record Within(Period? Budget, string? Input, string? From, Source Source) : DueRule(Source);

    /// <summary>On a mark of this case, or of the round it belongs to.</summary>
    public sealed record At(string Mark, Source Source) : DueRule(Source);

    /// <summary>When the duty that started the procedure falls due.</summary>
    public sealed record ByDuty(Source Source) : DueRule(Source);
}
