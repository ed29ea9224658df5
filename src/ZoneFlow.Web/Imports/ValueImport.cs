using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Exports;

namespace ZoneFlow.Web.Imports;

/// <summary>A report whose values somebody owes now.</summary>
/// <param name="Procedure">The running procedure, which the template names.</param>
public sealed record OwedReport(string Procedure, string Action, Label Task, Label Report, DateOnly AsOf, ImmutableArray<IndicatorRule> Indicators);

/// <summary>One row of values as read.</summary>
/// <param name="Cell">The cell that is wrong, or the one with the value.</param>
public sealed record ValueRow(string Cell, string Procedure, string Task, string Indicator, string Value, Label? Wrong);

/// <summary>Values of many indicators in one table: the template that the system makes, and what comes back in it.</summary>
public static class ValueImport
{
    private static readonly string[] Heads = ["报告编号", "任务", "指标", "口径", "单位", "截至", "数值"];

    public static Table Template(IEnumerable<OwedReport> owed) => new(
        "填报表", Heads,
        [
            .. owed.SelectMany(o => o.Indicators.Select(i => (IReadOnlyList<object?>)
                [o.Procedure, o.Task.Zh, i.Label.Zh, PlanTable.Word(i.Basis), UnitOf(i), o.AsOf, null])),
        ]);

    /// <summary>Every row judged by itself: a wrong one names its cell and takes no other with it.</summary>
    public static (ImmutableArray<ValueRow> Rows, Label? Wrong) Read(Sheet sheet, IReadOnlyList<OwedReport> owed)
    {
        var (report, indicator, unit, value) = (sheet.Column(Heads[0]), sheet.Column(Heads[2]), sheet.Column(Heads[4]), sheet.Column(Heads[6]));
        if (report < 0 || indicator < 0 || value < 0)
        {
            return ([], new Label("首行须有“报告编号”“指标”“数值”三栏。", "The first row must have the columns 报告编号, 指标 and 数值."));
        }

        var seen = new HashSet<(string, string)>();
        var rows = ImmutableArray.CreateBuilder<ValueRow>();
        foreach (var row in sheet.Rows.Where(r => r.At(value).Length > 0 || r.Formulas.Contains(value)))
        {
            var (at, named) = (owed.FirstOrDefault(o => o.Procedure == row.At(report)), row.At(indicator));
            var rule = at?.Indicators.FirstOrDefault(i => i.Label.Zh == named || i.Name == named);
            var (column, wrong) = Wrong(row, report, indicator, unit, value, at, rule);
            if (wrong is null && !seen.Add((at!.Procedure, rule!.Name)))
            {
                (column, wrong) = (indicator, new Label("该指标已在前面的行填报。", "A row above has this indicator already."));
            }

            rows.Add(new ValueRow(Sheet.Cell(column, row.Number), at?.Procedure ?? row.At(report), at?.Task.Zh ?? row.At(report), rule?.Name ?? named, row.At(value), wrong));
        }

        return (rows.ToImmutable(), null);
    }

    /// <summary>The values that wait for a report, with those of good rows in place of what stood there.</summary>
    public static ImmutableSortedDictionary<string, string> Take(ImmutableSortedDictionary<string, string> waiting, IEnumerable<ValueRow> rows, string procedure) =>
        waiting.SetItems(rows.Where(r => r.Wrong is null && r.Procedure == procedure).Select(r => KeyValuePair.Create(r.Indicator, r.Value)));

    private static (int Column, Label? Wrong) Wrong(
        SheetRow row, int report, int indicator, int unit, int value, OwedReport? at, IndicatorRule? rule)
    {
        if (row.Formulas.Count > 0)
        {
            return (row.Formulas.Min(), new Label("不得为公式，请填数值本身。", "No formula; write the number itself."));
        }

        if (at is null)
        {
            return (report, new Label("该报告期不在填报期内，或不由贵单位填报。", "This report is closed, or is not yours to file."));
        }

        if (rule is null)
        {
            return (indicator, new Label("该任务没有这项指标。", "The task has no such indicator."));
        }

        if (unit >= 0 && row.At(unit) is { Length: > 0 } given && given != UnitOf(rule))
        {
            return (unit, new Label($"单位应为“{UnitOf(rule)}”，请换算后再填。", $"The unit is \"{UnitOf(rule)}\"; convert the value."));
        }

        if (rule.Basis == IndicatorBasis.Narrative)
        {
            return row.At(value).Length > 500 ? (value, new Label("不得超过500字。", "At most 500 characters.")) : (value, null);
        }

        return decimal.TryParse(row.At(value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? (value, null)
            : (value, new Label("不是不小于零的数值。", "Not a number of at least zero."));
    }

    private static string UnitOf(IndicatorRule rule) => rule.Grows ? "" : rule.Unit ?? "";
}
