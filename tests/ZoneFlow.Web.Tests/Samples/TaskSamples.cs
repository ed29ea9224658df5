using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Tests.Samples;

public static class TaskSamples
{
    private static readonly FieldRule[] EveryType =
    [
        Field("note", "说明", new FieldType.Text(300)), Field("short", "简称", new FieldType.Text(60), required: false), Field("agencies", "机构数量", new FieldType.Whole(0, 1000)),
        Field("floor-area", "建筑面积", new FieldType.Number(0, 1_000_000, "平方米")), Field("funds", "投入", new FieldType.Money()),
        Field("pledge", "承诺真实", new FieldType.YesNo()), Field("served", "送达日期", new FieldType.Date(true, null)), Field("typed-date", "日期", new FieldType.Date(false, null)),
        Field("kind", "类别", new FieldType.Choice(["国有企业", "民营企业"])), Field("region", "所在市", new FieldType.Choice(["沈阳市", "大连市", "鞍山市", "抚顺市", "本溪市", "丹东市"])),
        Field("services", "服务", new FieldType.Several(["代理", "法律"])),
        Field("window", "整改期限", new FieldType.Span(Period.Parse("3mo"), Period.Parse("6mo"), Period.Parse("6mo"), true)),
        Field("platforms", "公共服务平台", new FieldType.Table([Field("name", "名称", new FieldType.Text(100)), Field("builder", "建设单位", new FieldType.Text(100))], 20)),
        Field("party", "单位", new FieldType.Party("city")), Field("list", "列入名单的集聚区", new FieldType.Items("tabled", true, null)), Field("item", "事项", new FieldType.Item()),
        Field("round", "审议批次", new FieldType.Case("round", ["sitting"])), Field("measures", "指标值", new FieldType.Indicators()),
    ];

    private static readonly Option[] Options = [new("z-1", new Label("沈阳浑南集聚区"), new Label("88分，第1名")), new("z-2", new Label(Given.Hostile))];

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<FormPage, FormPageModel>("form", Form(LiaoningSections(), true, null)),
        SamplePage.Of<FormPage, FormPageModel>("form-refused", Form([Section(Given.Hostile)], true, Given.Refused)),
        SamplePage.Of<FormPage, FormPageModel>("form-read", Form([Section("只读")], false, null) with { SubmitHref = null }),
        SamplePage.Of<FormPage, FormPageModel>("form-empty", Form([], true, null) with { Criteria = [], SubmitHref = null, SavedAt = null, JustSaved = false }),
        SamplePage.Of<ActionPage, ActionPageModel>("action", Action(null)),
        SamplePage.Of<ActionPage, ActionPageModel>("action-refused", Action(Given.Refused)),
        SamplePage.Of<ActionPage, ActionPageModel>("action-empty", Action(null) with
        {
            Stage = null, Due = null, Explanation = null, Source = null, Documents = [], Inputs = [], Attest = [], Attested = ImmutableHashSet<string>.Empty,
            Finding = null, Reason = new(false, ""), NeedsCode = false, NeedsCheck = false, Filed = [], BackHref = null,
        }),
        SamplePage.Of<ActionListPage, ActionListModel>("actions", new(
            Given.Public, "周敏", Given.Case, new Label("申报与设立", "Application and designation"), new Label("市级审核推荐", "City's review"), Given.Due,
            [
                new(new Label("推荐", "Recommend"), new Label("报省局评估", "On to the province"), false, false, "/l/x/recommend"),
                new(new Label("退回补正", "Return for correction"), null, false, false, "/l/x/return"),
                new(new Label("不予推荐", "Decline"), null, false, true, "/l/x/decline"),
            ],
            [Given.Document], "/cases/1/form")),
        SamplePage.Of<ActionListPage, ActionListModel>("actions-empty", new(Given.Public, "周敏", Given.Case, new Label("a"), new Label("b"), null, [], [], null)),
        SamplePage.Of<SeatPage, SeatPageModel>("seat", new(
            Given.SignedIn, "/seat", Given.Tokens, Given.Case, new Label("组织评估", "Evaluation"), 3, 9, 3, Given.Norm, Options, ImmutableHashSet.Create("z-1"), Given.Refused)),
        SamplePage.Of<SeatPage, SeatPageModel>("seat-empty", new(
            Given.SignedIn, "/seat", Given.Tokens, Given.Case, new Label("组织评估", "Evaluation"), 3, 9, 3, Given.Norm, [], ImmutableHashSet<string>.Empty, null)),
        SamplePage.Of<ScorePage, ScorePageModel>("score", Score(
            [new("zone-1", "沈阳浑南集聚区", "/cases/1", [new("score.zone-1", new Label("总分", "Overall"), null, "86"), new("score.zone-1.a", new Label("规模", "Size"), 0.3m, Given.Hostile)], Given.Hostile, Given.Now)])),
        SamplePage.Of<ScorePage, ScorePageModel>("score-empty", Score([])),
        SamplePage.Of<RecusePage, RecusePageModel>("recuse", new(
            Given.SignedIn, "/recuse", Given.Tokens, "专家甲", Given.Case, new Label("组织评估", "Evaluation"), Given.Hostile, "/score", Given.Refused)),
    ];

    private static FieldRule Field(string name, string zh, FieldType type, bool required = true) =>
        new(name, new Label(zh, name), type, required, null, false, false, false, Given.Norm);

    private static FieldEntry Entry(FieldRule rule, string prefix, string typed) => new(
        rule, prefix + rule.Name, rule.Type is FieldType.Items or FieldType.Item or FieldType.Case or FieldType.Indicators ? Options : [],
        rule.Type is FieldType.Span ? ["6", "mo"] : [typed], rule.Type is FieldType.Table ? [[typed, "b"]] : []);

    private static FieldSection Section(string typed) => new("全部类型", "s-1", [.. EveryType.Select(r => Entry(r, "", typed))]);

    private static FieldSection[] LiaoningSections()
    {
        var pack = ShippedPack();
        return [.. pack.Form.GroupBy(f => f.Section ?? "").Select((g, i) => new FieldSection(g.Key, $"s-{i}", [.. g.Select(f => FieldEntry.Of(f, f.Name))]))];
    }

    private static Pack ShippedPack() => ShippedPacks.Load("liaoning-2025").Pack!;

    private static FormPageModel Form(IReadOnlyList<FieldSection> sections, bool editable, Refusal? refused) => new(
        Given.SignedIn, Given.Case, "/cases/1/form", Given.Tokens, editable, sections, Given.Criteria, Given.Now, true, "/cases/1/act/submit", refused);

    private static ActionPageModel Action(Refusal? refused) => new(
        Given.Demo, "/l/abc/recommend", Given.Tokens, "周敏（沈阳市知识产权局）", Given.Case, new Label("申报与设立", "Application and designation"),
        new Label("市级审核推荐", "City's review"), Given.Due, new Label("推荐", "Recommend"), new Label("报省知识产权局组织评估。", "The province evaluates next."), Given.Text,
        [
            new("recommendation", new Label("市级推荐函", "City's letter of recommendation"), true, Given.Text, null, Given.Document),
            new("other", new Label("其他材料", "Other material"), false, Given.Text, Given.Document, null),
        ],
        [.. EveryType.Select(r => Entry(r, "input.", ""))], Given.Criteria, ImmutableHashSet.Create("demand"), "无故", new(true, Given.Hostile), true, true, [Given.Document],
        "/worklist", refused);

    private static ScorePageModel Score(IReadOnlyList<ScoreSubject> subjects) => new(
        Given.SignedIn, "/score", Given.Tokens, "专家甲", Given.Case, new Label("组织评估", "Evaluation"), Given.Due, 0, 100, subjects, [Given.Document], "/form", "/recuse", null);
}
