using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Reads a script's texts as the values that fields ask for, and thinks up the answers that nobody wrote.</summary>
public static class FormFiller
{
    /// <summary>
    /// Every required answer of a pack's form that is not kept from the opening, with some of them given. The others are thought up
    /// so that the criteria hold as far as what was given lets them.
    /// </summary>
    public static ImmutableSortedDictionary<string, FieldValue> Fill(
        Pack pack, DateOnly today, ImmutableSortedDictionary<string, ImmutableArray<string>> given)
    {
        var tested = pack.Criteria.SelectMany(c => c.Test?.Reads ?? []).ToHashSet(StringComparer.Ordinal);
        var asked = pack.Form.Where(f => given.ContainsKey(f.Name) || ((f.Required || tested.Contains(f.Name)) && !f.Kept)).ToList();
        var answers = asked.ToDictionary(
            f => f.Name, f => Value(f, given.TryGetValue(f.Name, out var texts) ? texts : Texts(f, today)), StringComparer.Ordinal);
        var free = asked.Where(f => !given.ContainsKey(f.Name)).ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var test in pack.Criteria.Select(c => c.Test).OfType<CriterionTest>())
        {
            Meet(test, answers, free, today);
        }

        return answers.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

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
            FieldType.Table or FieldType.Plan => new FieldValue.Table([.. texts.Select(t => ImmutableArray.Create(t.Split('|')))]),
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

    /// <summary>Something that the field would take, as a script writes it.</summary>
    public static ImmutableArray<string> Texts(FieldRule field, DateOnly today) => field.Type switch
    {
        FieldType.Whole t => [$"{Math.Clamp(20, t.Least, t.Most)}"],
        FieldType.Number t => [Math.Clamp(1000, t.Least, t.Most).ToString(CultureInfo.InvariantCulture)],
        FieldType.Money => ["1000"],
        FieldType.YesNo => ["yes"],
        FieldType.Date => [Day(today)],
        FieldType.Choice t => [t.Options[0]],
        FieldType.Several t => t.Options,
        FieldType.Span t => [t.Preset.ToString()],
        FieldType.Table t => [string.Join('|', t.Columns.Select(c => c.Label.Zh))],
        _ when field.Private => [field.Name],
        _ => ["有"],
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Raises, lowers or sets what is free to be thought up; what cannot be met that way stays unmet.
    private static void Meet(CriterionTest test, Dictionary<string, FieldValue> answers, Dictionary<string, FieldRule> free, DateOnly today)
    {
        switch (test)
        {
            case CriterionTest.AtLeast t:
                Number(t.Field, n => Math.Max(n, t.Bound));
                break;
            case CriterionTest.AtMost t:
                Number(t.Field, n => Math.Min(n, t.Bound));
                break;
            case CriterionTest.SumAtLeast t when t.Fields.FirstOrDefault(free.ContainsKey) is { } first:
                Number(first, n => Math.Max(n, t.Bound - t.Fields.Where(f => f != first).Sum(f => (answers.GetValueOrDefault(f) as FieldValue.Number)?.Value ?? 0)));
                break;
            case CriterionTest.RatioAtLeast t when answers.GetValueOrDefault(t.Whole) is FieldValue.Number whole:
                Number(t.Part, n => Math.Max(n, Math.Ceiling(t.Bound * whole.Value)));
                break;
            case CriterionTest.Is t:
                Set(t.Field, t.Value);
                break;
            case CriterionTest.IsNot t when free.GetValueOrDefault(t.Field) is { } field && answers[t.Field].ToString() == t.Value:
                Set(t.Field, field.Type is FieldType.Choice choice ? choice.Options.FirstOrDefault(o => o != t.Value, t.Value) : t.Value == "yes" ? "no" : "yes");
                break;
            case CriterionTest.HasAll t when free.ContainsKey(t.Field):
                answers[t.Field] = new FieldValue.Many(t.Values);
                break;
            case CriterionTest.YearsBefore t when free.ContainsKey(t.Field):
                answers[t.Field] = new FieldValue.Day(today.AddYears(-t.Bound - 1));
                break;
            case CriterionTest.All t:
                foreach (var each in t.Tests)
                {
                    Meet(each, answers, free, today);
                }

                break;
            case CriterionTest.Any t:
                Meet(t.Tests[0], answers, free, today);
                break;
        }

        void Number(string name, Func<decimal, decimal> change)
        {
            if (free.ContainsKey(name) && answers[name] is FieldValue.Number number)
            {
                answers[name] = new FieldValue.Number(change(number.Value));
            }
        }

        void Set(string name, string text)
        {
            if (free.TryGetValue(name, out var field))
            {
                answers[name] = Value(field, [text]);
            }
        }
    }
}
