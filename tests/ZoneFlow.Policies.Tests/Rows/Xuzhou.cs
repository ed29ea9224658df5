using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Policies.Tests.Rows.PlanLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Lives under the Xuzhou plan, and what every one of its indicators must do.</summary>
internal static class Xuzhou
{
    public const string Name = "xuzhou-quanshan-2024";

    public static Actor Quanshan { get; } = Unit("quanshan");

    public static Actor Supervisor { get; } = Role("supervisor");

    public static Actor District { get; } = Role("district");

    public static Actor TaskForce { get; } = Role("task-force");

    public static PlanLife Opened(string on = "2024-04-08") => PlanLife.Opened(Name, on);

    public static PlanLife Begun(this PlanLife life) => life.Does(Leading, "activate");

    /// <summary>A level or running total: short by one part it is not met, at the bound it is, from a filed and verified report on.</summary>
    public static void Level(string item, string indicator, string article, decimal bound, string unit, IndicatorBasis basis, LegalEffect effect)
    {
        var life = Written(item, indicator, article, bound, unit, basis, effect);
        Assert.Equal(AchievementState.NotMeasured, life.Achieved(item, indicator, "2026-12-31").State);
        life.Until("2024-07-01").Reports(item, "2024-3", Quanshan, (indicator, bound));
        Assert.Equal(AchievementState.NotMeasured, life.Achieved(item, indicator, "2026-12-31").State);
        life.Does(Supervisor, "return", $"progress/2024-3.{item}").Does(Quanshan, "refile", $"progress/2024-3.{item}", life.Values(item, (indicator, bound - 1)))
            .Does(Supervisor, "verify", $"progress/2024-3.{item}");
        Assert.Equal(new Achievement(AchievementState.NotMet, bound - 1, bound), life.Achieved(item, indicator, "2026-12-31"));
        life.Until("2024-10-08").Reported(item, "2024-4", Quanshan, Supervisor, (indicator, bound));
        Assert.Equal(new Achievement(AchievementState.Met, bound, bound), life.Achieved(item, indicator, "2026-12-31"));
    }

    /// <summary>An amount of the year 2026: the sum of its four quarters, whatever came before.</summary>
    public static void OfTheYear2026(string item, string indicator, string article, decimal bound, string unit)
    {
        var life = Written(item, indicator, article, bound, unit, IndicatorBasis.Flow, LegalEffect.ServiceNorm);
        life.Until("2026-01-05").Reported(item, "2026-1", Quanshan, Supervisor, (indicator, bound * 3));
        Assert.Equal(AchievementState.NotMeasured, life.Achieved(item, indicator, "2026-12-31").State);
        life.Until("2026-04-01").Reported(item, "2026-2", Quanshan, Supervisor, (indicator, bound / 4))
            .Until("2026-07-01").Reported(item, "2026-3", Quanshan, Supervisor, (indicator, bound / 4))
            .Until("2026-10-09").Reported(item, "2026-4", Quanshan, Supervisor, (indicator, bound / 4));
        Assert.Equal(new Achievement(AchievementState.NotMet, bound / 4 * 3, bound), life.Achieved(item, indicator, "2026-12-31"));
        life.Until("2027-01-04").Reported(item, "2027-1", Quanshan, Supervisor, (indicator, bound / 4));
        Assert.Equal(new Achievement(AchievementState.Met, bound, bound), life.Achieved(item, indicator, "2026-12-31"));
    }

    /// <summary>Growth of 2026 against 2023, of which the text says neither: no baseline is a state of its own.</summary>
    public static void Growth(string indicator, decimal percent)
    {
        var life = Written("t3-1", indicator, "二(三)1", percent, "%", IndicatorBasis.Growth, LegalEffect.ServiceNorm);
        Assert.Equal(2023, life.Pack.Item("t3-1")!.Indicator(indicator)!.Baseline);
        life.Until("2027-01-04").Reported("t3-1", "2027-1", Quanshan, Supervisor, (indicator, 100 + percent));
        Assert.Equal(AchievementState.BaselineMissing, life.Achieved("t3-1", indicator, "2026-12-31").State);
        life.Does(Quanshan, "file-baseline", null, Text("item", "t3-1"), Measures(("filings-growth", 100), ("grants-growth", 100)));
        Assert.Equal(AchievementState.BaselineMissing, life.Achieved("t3-1", indicator, "2026-12-31").State);
        life.Does(Supervisor, "confirm-baseline");
        Assert.Equal(AchievementState.Met, life.Achieved("t3-1", indicator, "2026-12-31").State);

        life.Does(Quanshan, "file-baseline", null, Text("item", "t3-1"), Measures(("filings-growth", 100.01m), ("grants-growth", 100.01m)))
            .Does(Supervisor, "confirm-baseline");
        Assert.Equal(AchievementState.NotMet, life.Achieved("t3-1", indicator, "2026-12-31").State);
    }

    private static PlanLife Written(string item, string indicator, string article, decimal bound, string unit, IndicatorBasis basis, LegalEffect effect)
    {
        var life = Opened();
        var rule = life.Pack.Item(item)!.Indicator(indicator)!;
        Assert.Equal((article, unit, basis, effect), (rule.Source.Article, rule.Unit, rule.Basis, rule.Source.Effect));
        Assert.Equal((bound, false, Day("2026-12-31")), (rule.Target!.Bound, rule.Target.AtMost, rule.Target.Due!.Value));
        Assert.Equal("blocked", life.State.Item(item)!.State);
        return life.Names(item, "quanshan", "ip-office").Begun();
    }
}
