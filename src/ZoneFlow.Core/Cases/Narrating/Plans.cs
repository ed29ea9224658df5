using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>A plan's tasks: who has them, what they report, and what is paid.</summary>
internal static class Plans
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.UnitsNamed c => Named(words.Item(c.Item), c, words),
        Change.ItemAnswered c => Answered(words.Item(c.Item), words.Occurrence(c.Occurrence), c.State),
        Change.ValuesFiled c => new(
            $"“{words.Item(c.Item).Zh}”填报截至{Words.Day(c.AsOf)}的数值：{Values(words, c, false)}。",
            $"\"{Words.En(words.Item(c.Item))}\" filed values as of {Words.Day(c.AsOf)}: {Values(words, c, true)}."),
        Change.ValuesVerified c => new(
            $"“{words.Item(c.Item).Zh}”的数值经确认（{c.Period}）。", $"The values of \"{Words.En(words.Item(c.Item))}\" were verified ({c.Period})."),
        Change.FundsRecorded c => new(
            $"登记{Kind(c.As).Zh}（{Words.Day(c.On)}）：{string.Join("，", c.Amounts.Select(a => $"{words.Amount(a.Key).Zh}{a.Value:0.##}元"))}。",
            $"{Kind(c.As).En} of {Words.Day(c.On)}: {string.Join(", ", c.Amounts.Select(a => $"{Words.En(words.Amount(a.Key))} CNY {a.Value:0.##}"))}."),
        Change.FundsReversed c => new(
            $"冲销{c.Entry}号登记（{Kind(c.As).Zh}，{Words.Day(c.On)}）：{string.Join("，", c.Amounts.Select(a => $"{words.Amount(a.Key).Zh}{a.Value:0.##}元"))}。",
            $"Entry {c.Entry} ({Kind(c.As).En} of {Words.Day(c.On)}) was reversed: {string.Join(", ", c.Amounts.Select(a => $"{Words.En(words.Amount(a.Key))} CNY {a.Value:0.##}"))}."),
        Change.PlanDrafted c => new(
            $"填报方案{c.Lines.Length}项，其中指标{c.Lines.Count(l => l.Kind == PlanClauseKind.Indicator)}项。",
            $"The plan was entered with {c.Lines.Length} lines, {c.Lines.Count(l => l.Kind == PlanClauseKind.Indicator)} of them indicators."),
        Change.PlanJudged c => new($"依据方案第{c.Version}版评价。", $"Judged against version {c.Version} of the plan."),
        Change.FundShareShort c => new(
            $"预警：{c.Year}年{Kind(c.As).Zh}的{words.Fund(c.Rule).Zh}为{Funds.Share((c.Part, c.Whole))}，低于要求。",
            $"Warning: of the {c.Year} {Kind(c.As).En}, {Words.En(words.Fund(c.Rule))} is {Funds.Share((c.Part, c.Whole))}, below what is required."),
        Change.InstrumentIssued c => new(
            $"“{words.Item(c.Item).Zh}”出台《{words.Instrument(c.Item, c.Instrument).Zh}》。",
            $"\"{Words.En(words.Item(c.Item))}\" issued \"{Words.En(words.Instrument(c.Item, c.Instrument))}\"."),
        _ => null,
    };

    private static Label Named(Label item, Change.UnitsNamed c, Words words)
    {
        var (zh, en) = c.Responsible.IsEmpty
            ? ("", "")
            : ($"，责任单位{string.Join('、', c.Responsible.Select(u => words.Unit(u).Zh))}", $", with {string.Join(", ", c.Responsible.Select(u => Words.En(words.Unit(u))))}");
        return new(
            $"“{item.Zh}”由{string.Join('、', c.Lead.Select(u => words.Unit(u).Zh))}牵头{zh}。",
            $"\"{Words.En(item)}\" is led by {string.Join(", ", c.Lead.Select(u => Words.En(words.Unit(u))))}{en}.");
    }

    private static Label Answered(Label item, Label round, OccurrenceState state)
    {
        var (zh, en) = state switch
        {
            OccurrenceState.Settled => ("已按期报送", "was filed in time"),
            OccurrenceState.SettledLate => ("已逾期报送", "was filed late"),
            _ => ("不再要求", "is no longer owed"),
        };
        return new($"“{item.Zh}”的“{round.Zh}”{zh}。", $"\"{Words.En(round)}\" of \"{Words.En(item)}\" {en}.");
    }

    private static string Values(Words words, Change.ValuesFiled c, bool english) => string.Join(english ? ", " : "，", c.Values.Select(v =>
    {
        var (label, unit) = words.Indicator(c.Item, v.Key);
        return english ? $"{Words.En(label)} {v.Value}{(unit == "%" ? unit : "")}" : $"{label.Zh}{v.Value}{unit}";
    }));

    private static Label Kind(string kind) => kind switch
    {
        Step.RecordFunds.Budget => new("预算安排", "Budget"),
        Step.RecordFunds.Payment => new("资金支出", "Payment"),
        Step.RecordFunds.Recovery => new("资金追回", "Recovery"),
        _ => new(kind, kind),
    };
}
