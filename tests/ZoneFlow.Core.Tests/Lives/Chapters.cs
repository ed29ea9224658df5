using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>The parts of a life that most stories pass through on the way to their own.</summary>
internal static class Chapters
{
    public static Life Applied(this Life life) => life.Opens().FillsIn().Does(Body, "submit");

    public static Life Recommended(this Life life) => life.Applied().Does(City, "recommend");

    public static Life Evaluated(this Life life) => life.Recommended().SeatsAndScores().Does(Province, "conclude");

    public static Life Tabled(this Life life) =>
        life.Evaluated().OpensRound().Does(Province, "table", Life.Text("round", Life.Round.Value));

    /// <summary>The notice begins today.</summary>
    public static Life Noticed(this Life life) => life.Tabled().Does(Province, "convene", Life.Round)
        .Does(Province, "decide", Life.Round, null, Life.Many("list", Life.Zone.Value));

    /// <summary>Noticed today, then approved on the day named, the approval dated that day or earlier.</summary>
    public static Life Designated(this Life life, string approved = "2025-05-06", string? dated = null) =>
        life.Noticed().Until(approved).Does(Province, "approve", Life.Date("dated", dated ?? approved[..10]));

    /// <summary>A zone whose construction term begins on the day named.</summary>
    public static Life DesignatedOn(string day) =>
        Life.On(At(day).AddDays(-30).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", null)).Designated(day);

    public static Life PlanFiled(this Life life) => life.Does(Body, "file", null, d => d with { Procedure = "formal-plan/once" })
        .Does(City, "forward", null, d => d with { Procedure = "formal-plan/once" });

    public static Life ReportFiled(this Life life, int year) => life.Does(Body, "file", null, d => d with { Procedure = $"annual-report/{year}" })
        .Does(City, "forward", null, d => d with { Procedure = $"annual-report/{year}" });

    /// <summary>The self-report of a zone whose term began on 2025-05-06, filed on 2027-05-06.</summary>
    public static Life Assessing(this Life life) => life.Until("2027-05-06")
        .Does(Body, "file", null, d => d with { Procedure = "final-assessment/once" });

    public static Life Failed(this Life life, string day = "2027-05-10") => life.Assessing().Until(day).Does(Province, "fail");

    public static Life Rectifying(this Life life, string served = "2027-05-12", string window = "6mo") => life.Failed().Until(served)
        .Does(Province, "serve", Life.Date("served", served), Life.Span("window", window));
}
