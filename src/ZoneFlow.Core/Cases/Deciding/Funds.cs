using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Fund rules against the sums that were looked up.</summary>
internal static class Funds
{
    /// <summary>What was entered of a kind in a year, as part and whole of a rule.</summary>
    public static (decimal Part, decimal Whole) Of(Turn turn, FundRule rule, string what, int year)
    {
        decimal Sum(string field) => turn.Signal.LookedUp.Funds.Where(f => f.As == what && f.Year == year && f.Field == field).Sum(f => f.Amount);

        return (Sum(rule.Share), Sum(rule.Of));
    }

    /// <summary>The rules that an action decides and that the year's payments break, in words; the year is the one its procedure covers.</summary>
    public static Label? Broken(Turn turn, Procedure? procedure, string action)
    {
        if (procedure?.With.GetValueOrDefault(Duties.PeriodTo) is not { } to)
        {
            return null;
        }

        var year = DateOnly.ParseExact(to, "yyyy-MM-dd", null).Year;
        var broken = turn.Pack.Funds.Where(f => Decides(turn.Pack, f, procedure.Name, action))
            .Select(f => (Rule: f, Sum: Of(turn, f, Step.RecordFunds.Payment, year))).Where(f => !f.Rule.IsMet(f.Sum.Part, f.Sum.Whole)).ToList();
        return broken.Count == 0
            ? null
            : new Label(
                string.Join("；", broken.Select(b => $"{year}年{b.Rule.Label.Zh}为{Share(b.Sum)}，低于{Percent(b.Rule.AtLeast)}（{b.Rule.Source}）")) + "。",
                string.Join("; ", broken.Select(b => $"in {year}, {b.Rule.Label.En} is {Share(b.Sum)}, below {Percent(b.Rule.AtLeast)} ({b.Rule.Source})")) + ".");
    }

    public static string Share((decimal Part, decimal Whole) sum) => sum.Whole == 0 ? "0%" : Percent(sum.Part / sum.Whole);

    // Never rounded up: 39.999 % must not be shown as the 40 % that it falls short of.
    public static string Percent(decimal share) => (Math.Floor(share * 10_000) / 100).ToString("0.##", null) + "%";

    // The act that closes in breach belongs to the same stage as the one that closes: either is judged by the same rules.
    private static bool Decides(Pack pack, FundRule rule, string procedure, string action) => pack.Procedure(procedure).Stages
        .Any(s => s.Transitions.Any(t => t.Word == rule.BlockAt) && s.Transitions.Any(t => t.Word == action));
}
