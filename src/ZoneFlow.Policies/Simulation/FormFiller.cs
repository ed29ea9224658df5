using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Reads a script's texts as the values that fields ask for, and thinks up the answers that nobody wrote.</summary>
public static class FormFiller
{
    /// <summary>Every required answer of a pack's form that is not kept from the opening, with some of them given.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Fill(
        Pack pack, DateOnly today, ImmutableSortedDictionary<string, ImmutableArray<string>> given) => pack.Form
        .Where(f => given.ContainsKey(f.Name) || (f.Required && !f.Kept))
        .ToImmutableSortedDictionary(
            f => f.Name, f => given.TryGetValue(f.Name, out var texts) ? Value(f, texts) : Answer(f, today), StringComparer.Ordinal);

    /// <exception cref="FormatException">The text is not what the field asks for.</exception>
    public static FieldValue Value(FieldRule field, ImmutableArray<string> texts)
    {
        var text = texts.IsEmpty ? "" : texts[0];
        return field.Type switch
        {
            _ when field.Private => new FieldValue.Private(Paperwork.Confide(text)),
            FieldType.Whole or FieldType.Number or FieldType.Money => new FieldValue.Number(decimal.Parse(text, CultureInfo.InvariantCulture)),
            FieldType.YesNo => text is "yes" or "no" ? new FieldValue.Flag(text == "yes") : throw new FormatException($"'{text}' is neither yes nor no."),
            FieldType.Date => new FieldValue.Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            FieldType.Span => new FieldValue.Span(Period.Parse(text)),
            FieldType.Indicators => new FieldValue.Measures(texts.Select(Measure).ToImmutableSortedDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal)),
            FieldType.Several or FieldType.Items or FieldType.Units => new FieldValue.Many(texts),
            FieldType.Table => new FieldValue.Table([.. texts.Select(t => ImmutableArray.Create(t.Split('|')))]),
            _ => new FieldValue.Text(text),
        };
    }

    // brands=2, or words for a narrative indicator.
    private static (string Name, FieldValue Value) Measure(string text) => text.Split('=', 2) switch
    {
        [var name, var value] when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => (name, new FieldValue.Number(number)),
        [var name, var value] => (name, new FieldValue.Text(value)),
        _ => throw new FormatException($"'{text}' gives no value: write indicator=2."),
    };

    private static FieldValue Answer(FieldRule field, DateOnly today) => field.Type switch
    {
        FieldType.Whole t => new FieldValue.Number(Math.Clamp(20, t.Least, t.Most)),
        FieldType.Number t => new FieldValue.Number(Math.Clamp(1000, t.Least, t.Most)),
        FieldType.Money => new FieldValue.Number(1000),
        FieldType.YesNo => new FieldValue.Flag(true),
        FieldType.Date => new FieldValue.Day(today),
        FieldType.Choice t => new FieldValue.Text(t.Options[0]),
        FieldType.Several t => new FieldValue.Many(t.Options),
        FieldType.Span t => new FieldValue.Span(t.Preset),
        FieldType.Table t => new FieldValue.Table([[.. t.Columns.Select(c => c.Label.Zh)]]),
        _ when field.Private => new FieldValue.Private(Paperwork.Confide(field.Name)),
        _ => new FieldValue.Text("有"),
    };
}
