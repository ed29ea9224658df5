using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>A plan's states, numbers and entries in an office's words.</summary>
internal static class PlanWords
{
    public static Label Standing(ScoreStanding standing) => standing switch
    {
        ScoreStanding.Met => new("已达到", "Reached"),
        ScoreStanding.OnCourse => new("预计可达到", "On course"),
        ScoreStanding.AtRisk => new("能否达到尚不确定", "At risk"),
        ScoreStanding.OffCourse => new("预计不能达到", "Off course"),
        ScoreStanding.Missed => new("逾期未达到", "Missed"),
        ScoreStanding.Pending => new("数值不足，尚无法预测", "Too few values"),
        ScoreStanding.BaselineMissing => new("基数待确认", "Baseline missing"),
        _ => new("文字指标，由人评价", "In words"),
    };

    public static Tone Tone(ScoreStanding standing) => standing switch
    {
        ScoreStanding.Met or ScoreStanding.OnCourse => Pages.Parts.Tone.Good,
        ScoreStanding.AtRisk or ScoreStanding.BaselineMissing => Pages.Parts.Tone.Watch,
        ScoreStanding.OffCourse or ScoreStanding.Missed => Pages.Parts.Tone.Bad,
        _ => Pages.Parts.Tone.Plain,
    };

    public static string Number(decimal? value, string? unit = null) => value is { } number
        ? $"{Math.Round(number, 2, MidpointRounding.ToZero).ToString("#,0.##", CultureInfo.InvariantCulture)}{unit}"
        : "—";

    /// <summary>不低于150家, or 年均增幅不低于30%（2018年为基数）.</summary>
    public static string Target(IndicatorRule rule) => rule.Target is not { } target
        ? "文字说明"
        : $"{(rule.Basis == IndicatorBasis.YearlyAverageGrowth ? "年均增幅" : rule.Basis == IndicatorBasis.Growth ? "增幅" : "")}{(target.AtMost ? "不高于" : "不低于")}{Number(target.Bound)}{rule.Unit}{(rule.Grows ? $"（以{rule.Baseline}年为基数）" : "")}";

    /// <summary>What is compared, with what it must come to.</summary>
    public static string Needed(IndicatorRule rule, Achievement now) => rule.Grows && now.Needed is { } needed ? $"须达到{Number(needed)}" : "";

    /// <summary>The forecast with its uncertainty, always said.</summary>
    public static string Forecast(Forecast? forecast, string? unit) => forecast switch
    {
        null => "—",
        { Low: { } low, High: { } high } => $"{Number(forecast.Value)}{unit}（九成把握在{Number(low)}至{Number(high)}之间，据{forecast.Points}期数值）",
        _ => $"{Number(forecast.Value)}{unit}（仅据两期数值，误差无从估计）",
    };

    public static Label Fund(Pack pack, FundEntry entry) => new(
        $"{entry.Id}号，{entry.On.Iso}，{Kind(entry.As).Zh}：{string.Join("，", entry.Amounts.Select(a => $"{Amount(pack, a.Key)}{Number(a.Value)}元"))}");

    public static Label Kind(string kind) => kind switch
    {
        Step.RecordFunds.Budget => new("安排", "Appropriated"),
        Step.RecordFunds.Payment => new("支出", "Paid"),
        _ => new("追回", "Recovered"),
    };

    public static string Amount(Pack pack, string name) => pack.Procedures
        .SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere)).SelectMany(t => t.Ask)
        .FirstOrDefault(f => f.Name == name && f.Type is FieldType.Money)?.Label.Zh ?? name;

    public static string Line(PlanClause line) => line.Kind == PlanClauseKind.Indicator
        ? $"{(line.Basis is { } basis ? PlanTable.Word(basis) : "")} {(line.Bound is { } bound ? $"{(line.AtMost ? "不高于" : "不低于")}{Number(bound)}{line.Unit}" : "文字说明")}{(line.Due is { } due ? $"，{due.Iso}前" : "")}{(line.Baseline is { } year ? $"，以{year}年为基数{(line.BaselineAmount is { } amount ? Number(amount) : "（待确认）")}" : "")}"
        : $"{PlanTable.Word(line.Kind)}{(line.Bound is { } sum ? $" {Number(sum)}{line.Unit ?? "元"}" : "")}{(line.Due is { } by ? $"，{by.Iso}前" : "")}{(line.Lead is { } lead ? $"，{lead}" : "")}";
}
