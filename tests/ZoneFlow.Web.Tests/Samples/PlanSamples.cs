using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Plans;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Tests.Samples;

public static class PlanSamples
{
    private static readonly ValueChart Chart = new(
        [(new DateOnly(2025, 6, 30), 90, true), (new DateOnly(2025, 9, 30), 104, true), (new DateOnly(2025, 12, 31), 121, false)], 150,
        (new DateOnly(2026, 12, 31), 168, 149, 187));

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<PlanPage, PlanPageModel>("plan", new(
            Given.SignedIn, Given.Case, "/cases/1", 2, new DateOnly(2026, 12, 31), [new CountLine(new Label("预计可达到", "On course"), 1, Tone.Good)], Tasks,
            [
                new(2, Given.Today, Given.Document, [new("提升服务水平：服务机构", "累计 不低于150家", "累计 不低于200家"), new(Given.Hostile, null, Given.Hostile), new("讲座", "累计 不低于10期", null)], false),
                new(1, new DateOnly(2025, 1, 1), null, [new("服务机构", null, "累计 不低于150家")], true),
            ],
            [new("服务机构", "累计 不低于200家", "累计 不低于210家")], [("专项资金", "40.25元")],
            [new(new Label("用于集聚区建设的资金比例", "Share"), 2025, new Label("支出", "Paid"), "39.99%", "40%", false)],
            [
                new(Fund("3-0", "payment", null, "4-0"), new Label("支出", "Paid"), "专项资金60.25", "泉山区"), new(Fund("4-0", "payment", "3-0", null), new Label("支出", "Paid"), "专项资金−60.25", Given.Hostile),
            ],
            "/cases/1/plan/values", "/cases/1/plan/book", [])),
        SamplePage.Of<PlanPage, PlanPageModel>("plan-empty", new(
            Given.SignedIn, Given.Case with { Href = null }, "/cases/1", null, null, [], [], [], null, [], [], [], null, "/cases/1/plan/book", [])),
        SamplePage.Of<BookPage, BookPageModel>("book", new(Given.SignedIn, Given.Case, "/cases/1/plan", 2, Given.Today, Given.Today, Tasks)),
        SamplePage.Of<BookPage, BookPageModel>("book-empty", new(Given.SignedIn, Given.Case, "/cases/1/plan", null, null, Given.Today, [])),
        SamplePage.Of<ValuesPage, ValuesPageModel>("values", new(
            Given.SignedIn, Given.Case, "/cases/1/plan", "/cases/1/plan/values", "/t.xlsx", "/cases/1/plan/values/taken", Given.Tokens, [(new Label("季度进展报告（2025-3）：讲座", "Report"), "/a", 1)],
            [new("G2", "讲座", "公益讲座", "5", null), new("C3", Given.Hostile, Given.Hostile, Given.Hostile, new Label("该任务没有这项指标。", "No such indicator."))],
            [("take.progress/2025-3.t6-1|lectures", "5")], null)),
        SamplePage.Of<ValuesPage, ValuesPageModel>("values-empty", new(
            Given.SignedIn, Given.Case, "/cases/1/plan", "/cases/1/plan/values", "/t.xlsx", "/cases/1/plan/values/taken", Given.Tokens, [], null, [], Given.Refused)),
        SamplePage.Of<PortfolioPage, PortfolioPageModel>("portfolio", new(
            Given.SignedIn, [new Option("a", Given.Policy)], "a", [new Option("服务机构（家）", new Label("服务机构（家）"))], null, [new CountLine(new Label("已达到", "Reached"), 4, Tone.Good)], 2,
            [new("/cases/1/plan", "LN-1", Given.Hostile, "沈阳市", 2, 1, 2, 3, 4, 5, Tone.Bad), new("/cases/2/plan", "LN-2", "大连集聚区", null, 1, 1, 0, 0, 0, 0, Tone.Plain)], [], "/next", "/plans.xlsx")),
        SamplePage.Of<PortfolioPage, PortfolioPageModel>("portfolio-compared", new(
            Given.SignedIn, [new Option("a", Given.Policy)], "a", [new Option("服务机构（家）", new Label("服务机构（家）"))], "服务机构（家）", [], 2, [],
            [new("/cases/1/plan", Given.Hostile, "24", "25", 0.96m, new Label("预计可达到", "On course"), Tone.Good), new("/cases/2/plan", "大连集聚区", "—", "20", null, new Label("数值不足，尚无法预测"), Tone.Plain)], null, null)),
        SamplePage.Of<PortfolioPage, PortfolioPageModel>("portfolio-empty", new(Given.SignedIn, [], null, [], null, [], 0, [], [], null, null)),
    ];

    private static IReadOnlyList<TaskView> Tasks =>
    [
        new(
            new Label("提升优质社会化服务水平", "Services of agencies"), new Label("推进中", "Under way"), "泉山区人民政府", "市知识产权局", [(new Label("轮训制度"), true), (new Label(Given.Hostile), false)],
            [
                new("s0-0", new Label("累计集聚的服务机构", "Agencies gathered"), "不低于150家", "121家", "", "168家（九成把握在149至187之间，据3期数值）", new DateOnly(2026, 12, 31), ScoreStanding.AtRisk,
                    new Label("能否达到尚不确定", "At risk"), Tone.Watch, true, "二(二)3、一(三)", "", Chart,
                    [
                        new(new DateOnly(2025, 12, 31), "2026-1", "121家", Given.Hostile, Given.Now, null, null, 2, true, [Given.Document]),
                        new(new DateOnly(2025, 9, 30), "2025-4", "104家", "泉山区", Given.Now, "市知识产权局", Given.Now, null, false, []),
                        new(new DateOnly(2023, 12, 31), "baseline", "80", "泉山区", Given.Now, "市知识产权局", Given.Now, null, false, []),
                    ]),
                new("s0-1", new Label(Given.Hostile), "文字说明", Given.Hostile, "", "—", null, ScoreStanding.Narrative, new Label("文字指标，由人评价"), Tone.Plain, false, "", "", new ValueChart([], null, null), []),
            ]),
    ];

    private static FundEntry Fund(string id, string what, string? reverses, string? by) => new(
        id, what, Given.Today, ImmutableSortedDictionary<string, decimal>.Empty.Add("special-funds", 60.25m), new PartyId("p"), Given.Now, reverses, by);
}
