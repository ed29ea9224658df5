using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Exports;

namespace ZoneFlow.Web.Imports;

/// <summary>A roster as a table: the template that the system makes, the roster itself in the same columns, and what comes back.</summary>
public static class RosterImport
{
    private const string Code = "统一社会信用代码";
    private const string Name = "名称";
    private const string From = "入驻日期";
    private const string Until = "退出日期";
    private const int LongestName = 120;

    public static Table Template(RosterRule rule, IEnumerable<RosterMember> members) => new(
        rule.Label.Zh, [Code, Name, From, Until, .. rule.Columns.Select(c => c.Label.Zh)],
        [.. members.Select(m => (IReadOnlyList<object?>)[m.Code, m.Name, m.From, m.Until, .. rule.Columns.Select(c => Text(m.Values.GetValueOrDefault(c.Name)))])]);

    /// <summary>What a column says of a member, as people write it.</summary>
    public static string Text(FieldValue? value) => value switch
    {
        null => "",
        FieldValue.Flag flag => flag.Value ? "是" : "否",
        _ => value.ToString()!,
    };

    /// <summary>Every row judged by itself: a wrong one names its cell and takes no other with it.</summary>
    public static (ImmutableArray<RosterRow> Rows, Label? Wrong) Read(Sheet sheet, RosterRule rule, RosterBook book)
    {
        var columns = new[] { Code, Name, From, Until }.Concat(rule.Columns.Select(c => c.Label.Zh)).ToDictionary(h => h, sheet.Column);
        var missing = columns.Where(c => c.Value < 0 && (c.Key != Until) && rule.Columns.All(f => f.Label.Zh != c.Key || f.Required)).Select(c => c.Key).ToList();
        if (missing.Count > 0)
        {
            return ([], new Label($"表格缺少栏目：{string.Join('、', missing)}。请使用系统提供的名录表。", $"The table lacks these columns: {string.Join(", ", missing)}. Use the template."));
        }

        var (rows, seen) = (ImmutableArray.CreateBuilder<RosterRow>(), new Dictionary<string, (int Row, RosterMember Member)>(StringComparer.Ordinal));
        foreach (var row in sheet.Rows)
        {
            var read = Read(row, rule, columns);
            if (read.Member is { } member)
            {
                read = seen.TryGetValue(member.Code, out var before)
                    ? before.Member.Equals(member)
                        ? read with { Kind = RosterRowKind.Repeated }
                        : Wrong(row, columns[Code], read.Code, read.Name, new Label($"与第{before.Row}行同一代码而内容不同，请只留一行。", $"Row {before.Row} has the same code and says otherwise; leave one of them."))
                    : read with { Kind = KindOf(book.Of(member.Code), member) };
                seen.TryAdd(member.Code, (row.Number, member));
            }

            rows.Add(read);
        }

        return (rows.ToImmutable(), null);
    }

    private static RosterRowKind KindOf(ImmutableArray<RosterMember> stays, RosterMember member)
    {
        if (stays.Contains(member))
        {
            return RosterRowKind.Same;
        }

        var after = RosterBook.After(stays, member);
        return after.Length > stays.Length ? RosterRowKind.Comes : stays[^1].Until is null && member.Until is not null ? RosterRowKind.Leaves : RosterRowKind.Changes;
    }

    private static RosterRow Read(SheetRow row, RosterRule rule, Dictionary<string, int> columns)
    {
        var (code, name) = (row.At(columns[Code]).ToUpperInvariant(), row.At(columns[Name]));
        foreach (var (_, column) in columns.OrderBy(c => c.Value))
        {
            if (row.Formulas.Contains(column))
            {
                return Wrong(row, column, code, name, new Label("单元格是公式，请填写数值。", "The cell is a formula; write its value."));
            }
        }

        if (SocialCreditCode.WhatIsWrong(code) is { } unfit)
        {
            return Wrong(row, columns[Code], code, name, code.Contains('E', StringComparison.Ordinal) && decimal.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? new Label("代码被表格软件改成了数字，请将该栏设为文本后重新填写。", "The spreadsheet turned the code into a number; make the column text and write it again.") : unfit);
        }

        if (name.Length is 0 or > LongestName)
        {
            return Wrong(row, columns[Name], code, name, new Label($"须为1至{LongestName}字。", $"1 to {LongestName} characters."));
        }

        if (Day(row.At(columns[From])) is not { } from)
        {
            return Wrong(row, columns[From], code, name, NoDay(row.At(columns[From])));
        }

        var left = columns[Until] < 0 ? "" : row.At(columns[Until]);
        var until = Day(left);
        if (left.Length > 0 && (until is null || until < from))
        {
            return Wrong(row, columns[Until], code, name, until is null ? NoDay(left) : new Label("退出日期早于入驻日期。", "It leaves before it comes."));
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in rule.Columns)
        {
            var column = columns[field.Label.Zh];
            var (value, wrong) = Value(field, column < 0 ? "" : row.At(column));
            if (wrong is not null)
            {
                return Wrong(row, column, code, name, wrong);
            }

            if (value is not null)
            {
                values[field.Name] = value;
            }
        }

        return new(Sheet.Cell(columns[Code], row.Number), code, name, new RosterMember(code, name, from, until, values.ToImmutable()), RosterRowKind.Comes, null);
    }

    private static (FieldValue? Value, Label? Wrong) Value(FieldRule field, string text)
    {
        if (text.Length == 0)
        {
            return (null, field.Required ? new Label("必填。", "Required.") : null);
        }

        switch (field.Type)
        {
            case FieldType.YesNo:
                return text.ToUpperInvariant() switch
                {
                    "是" or "YES" or "Y" or "1" or "√" => (new FieldValue.Flag(true), null),
                    "否" or "NO" or "N" or "0" or "×" => (new FieldValue.Flag(false), null),
                    _ => (null, new Label("请填“是”或“否”。", "Write 是 or 否.")),
                };
            case FieldType.Choice choice:
                return choice.Options.Contains(text)
                    ? (new FieldValue.Text(text), null)
                    : (null, new Label($"须为{string.Join('、', choice.Options)}之一。", $"One of {string.Join(", ", choice.Options)}."));
            case FieldType.Text type:
                return text.Length <= type.Longest ? (new FieldValue.Text(text), null) : (null, new Label($"不得超过{type.Longest}字。", $"At most {type.Longest} characters."));
            case FieldType.Whole type:
                return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= type.Least && whole <= type.Most
                    ? (new FieldValue.Number(whole), null)
                    : (null, new Label($"须为{type.Least}至{type.Most}的整数。", $"A whole number from {type.Least} to {type.Most}."));
            case FieldType.Number type:
                return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= type.Least && number <= type.Most
                    ? (new FieldValue.Number(number), null)
                    : (null, new Label($"须在{type.Least}至{type.Most}之间。", $"Between {type.Least} and {type.Most}."));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // As people and spreadsheets write a day; a spreadsheet's own dates come as the number of days since 1899-12-30.
    private static DateOnly? Day(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 18_000 and < 80_000)
        {
            return new DateOnly(1899, 12, 30).AddDays(days);
        }

        return DateOnly.TryParseExact(
            text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static Label NoDay(string text) => text.Length == 0
        ? new Label("必填，请按2025-04-22的格式填写。", "Required; write it as 2025-04-22.")
        : new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.");

    private static RosterRow Wrong(SheetRow row, int column, string code, string name, Label what) => new(Sheet.Cell(column, row.Number), code, name, null, RosterRowKind.Wrong, what);
}
