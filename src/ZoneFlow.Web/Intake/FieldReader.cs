using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Intake;

/// <summary>
/// Reads what was typed as values of a policy's fields. What cannot be read at all is an error here; whether a value
/// is acceptable is the core's to say.
/// </summary>
public static class FieldReader
{
    public static (ImmutableSortedDictionary<string, FieldValue> Values, ImmutableArray<RefusalDetail> Unreadable) Read(
        IEnumerable<FieldRule> fields, Typed typed, Confiding confiding)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        var unreadable = ImmutableArray.CreateBuilder<RefusalDetail>();
        foreach (var field in fields)
        {
            var (value, wrong) = Read(field, typed, confiding);
            if (value is not null)
            {
                values[field.Name] = value;
            }

            if (wrong is not null)
            {
                unreadable.Add(new RefusalDetail(field.Name, wrong, field.Source));
            }
        }

        return (values.ToImmutable(), unreadable.ToImmutable());
    }

    private static (FieldValue? Value, Label? Wrong) Read(FieldRule field, Typed typed, Confiding confiding)
    {
        switch (field.Type)
        {
            case FieldType.Several or FieldType.Items or FieldType.Units:
                var chosen = typed.All(field.Name);
                return (typed.Has(field.Name) ? new FieldValue.Many(chosen) : null, null);
            case FieldType.Table table:
                return (ReadTable(table, field.Name, typed), null);
            case FieldType.Plan:
                return (ReadTable(PlanTable.Columns, field.Name, typed), null);
            case FieldType.Indicators:
                return (ReadMeasures(field.Name, typed), null);
        }

        if (typed.One(field.Name) is not { } text)
        {
            return (null, null);
        }

        return field.Type switch
        {
            FieldType.Text when field.Private => (new FieldValue.Private(confiding.Take("answer", text)), null),
            FieldType.Text or FieldType.Choice or FieldType.Party or FieldType.Item or FieldType.Case or FieldType.Instrument
                or FieldType.FundEntry => (new FieldValue.Text(text), null),
            FieldType.Whole or FieldType.Number or FieldType.Money => ReadNumber(text),
            FieldType.YesNo => text switch
            {
                "yes" or "true" => (new FieldValue.Flag(true), null),
                "no" or "false" => (new FieldValue.Flag(false), null),
                _ => (null, new Label("请选择是或否。", "Choose yes or no.")),
            },
            FieldType.Date => CivilDate.TryParse(text, out var day)
                ? (new FieldValue.Day(day), null)
                : (null, new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")),
            FieldType.Span => Period.TryParse(text + typed.One(field.Name + ".unit"), out var period, out _)
                ? (new FieldValue.Span(period), null)
                : (null, new Label("请填写数和单位，如6个月。", "Write it as 6mo (six months).")),
            _ => (null, new Label("此项不能在此填写。", "This cannot be entered here.")),
        };
    }

    private static (FieldValue? Value, Label? Wrong) ReadNumber(string text)
    {
        // Full-width digits and thousands separators are how people here write numbers.
        var plain = HalfWidth.Of(text).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (new FieldValue.Number(number), null)
            : (null, new Label($"“{text}”不是数字。", $"\"{text}\" is not a number."));
    }

    // Posted as name.indicator; what is left blank is not given. Words are for the core to accept or not.
    private static FieldValue.Measures? ReadMeasures(string name, Typed typed)
    {
        var given = typed.Under(name + ".");
        var values = given.Values.Keys.Select(k => (Key: k, Text: given.One(k))).Where(v => v.Text is not null).ToImmutableSortedDictionary(
            v => v.Key,
            v => decimal.TryParse(v.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? (FieldValue)new FieldValue.Number(number)
                : new FieldValue.Text(v.Text!),
            StringComparer.Ordinal);
        return values.IsEmpty ? null : new FieldValue.Measures(values);
    }

    // Posted as name.row.column; rows with nothing in them are left out.
    private static FieldValue.Table? ReadTable(FieldType.Table table, string name, Typed typed)
    {
        var cells = typed.Under(name + ".");
        if (cells.Values.Count == 0)
        {
            return null;
        }

        var rows = cells.Values.Keys.Select(k => k.Split('.')[0]).Distinct().Select(r => (Text: r, Number: int.TryParse(r, out var n) ? n : int.MaxValue))
            .OrderBy(r => r.Number).Take(table.MostRows + 1)
            .Select(r => table.Columns.Select(c => cells.One($"{r.Text}.{c.Name}") ?? "").ToImmutableArray())
            .Where(r => r.Any(c => c.Length > 0));
        return new FieldValue.Table([.. rows]);
    }
}
