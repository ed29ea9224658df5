using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>What an answer may be. Bounds include their ends (民法典 第一千二百五十九条).</summary>
public abstract record FieldType
{
    private FieldType()
    {
    }

    /// <summary>Free text of at most <paramref name="Longest"/> characters.</summary>
    public sealed record Text(int Longest) : FieldType;

    public sealed record Whole(long Least, long Most) : FieldType;

    /// <param name="Unit">As printed beside the field: 平方米, 亿元.</param>
    public sealed record Number(decimal Least, decimal Most, string? Unit) : FieldType;

    /// <summary>An amount in yuan, to the fen.</summary>
    public sealed record Money : FieldType;

    public sealed record YesNo : FieldType;

    /// <param name="NotAfterToday">Refuses a date later than the day the signal was received.</param>
    /// <param name="NotBefore">A mark that the date may not precede, or <c>today</c>.</param>
    public sealed record Date(bool NotAfterToday, string? NotBefore) : FieldType;

    public sealed record Choice(ImmutableArray<string> Options) : FieldType;

    public sealed record Several(ImmutableArray<string> Options) : FieldType;

    /// <summary>A length of time that an official chooses between two bounds.</summary>
    /// <param name="OutsideNeedsReason">Outside the bounds: true asks for a reason, false refuses.</param>
    public sealed record Span(Calendars.Period Least, Calendars.Period Most, Calendars.Period Preset, bool OutsideNeedsReason) : FieldType;

    /// <summary>Rows of short texts, one column each: a list of platforms, of agencies.</summary>
    public sealed record Table(ImmutableArray<FieldRule> Columns, int MostRows) : FieldType;

    /// <summary>A party registered with the office, by 统一社会信用代码.</summary>
    public sealed record Party(string Role) : FieldType;

    /// <summary>Some of the case's items that stand in one state.</summary>
    /// <param name="Ranked">Leaving the ranking's order asks for a reason.</param>
    /// <param name="AtMost">A field of the case with the most that may be chosen, or null; a field not given sets no bound.</param>
    public sealed record Items(string State, bool Ranked, string? AtMost) : FieldType;

    /// <summary>One item of the case, or one that stands in a state where one is named.</summary>
    public sealed record Item(string? State = null) : FieldType;

    /// <summary>Some units of the pack, groups excepted; only those of one group where it is named.</summary>
    /// <param name="Preset">What is offered first.</param>
    public sealed record Units(string? Of, ImmutableArray<string> Preset) : FieldType;

    /// <summary>An instrument of the item that has not been issued yet.</summary>
    public sealed record Instrument : FieldType;

    /// <summary>Another case of this pack, of one kind and in one of some standings.</summary>
    public sealed record Case(string Kind, ImmutableArray<string> Standings) : FieldType;

    /// <summary>Measured values of the item's indicators, every one of them.</summary>
    /// <param name="Baseline">The baseline years' amounts of those that grow, instead of a period's values.</param>
    public sealed record Indicators(bool Baseline = false) : FieldType;

    /// <summary>A plan's lines, as a table of fixed columns.</summary>
    public sealed record Plan : FieldType;

    /// <summary>An entry of the plan's funds that nobody has reversed, quoted by its number.</summary>
    /// <param name="NotBefore">A mark: entries dated before it belong to a year that is closed.</param>
    public sealed record FundEntry(string? NotBefore) : FieldType;
}
