using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A field with what stands in it. What was typed is kept as typed, right or wrong.</summary>
/// <param name="PostName">
/// The name it is posted under; several of one name for a choice of several, <c>name.row.column</c> for a table,
/// <c>name</c> and <c>name.unit</c> (d, wd, mo, y) for a period, <c>name.indicator</c> for indicators.
/// </param>
/// <param name="Options">What can be chosen where the rule does not say: items, cases, parties, indicators.</param>
/// <param name="Typed">One text; several for a choice of several; count and unit for a period.</param>
/// <param name="Rows">The texts of a table, in the order of its columns; for indicators, pairs of indicator and value.</param>
public sealed record FieldEntry(
    FieldRule Rule, string PostName, IReadOnlyList<Option> Options, IReadOnlyList<string> Typed, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A field with nothing typed yet, or with a saved value.</summary>
    /// <param name="kept">The text of a private value, which the saved value holds no text of.</param>
    public static FieldEntry Of(FieldRule rule, string postName, FieldValue? saved = null, IReadOnlyList<Option>? options = null, string? kept = null) =>
        new(rule, postName, options ?? [], TypedOf(rule, saved, kept), RowsOf(saved));

    private static string[] TypedOf(FieldRule rule, FieldValue? saved, string? kept) => saved switch
    {
        FieldValue.Many many => [.. many.Values],
        FieldValue.Span span => Split(span.Value),
        FieldValue.Table => [],
        FieldValue.Private => kept is null ? [] : [kept],
        { } value => [value.ToString()!],
        null => rule.Type is FieldType.Span preset ? Split(preset.Preset) : [],
    };

    private static string[] Split(Period period)
    {
        var text = period.ToString();
        var unit = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return [text[..unit], text[unit..]];
    }

    private static IReadOnlyList<IReadOnlyList<string>> RowsOf(FieldValue? saved) =>
        saved is FieldValue.Table table ? [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r])] : [];
}
