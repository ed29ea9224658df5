using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Tests.Samples;

/// <summary>What offices do besides a policy's own acts: handing over, listing, checking, correcting, taking over, importing.</summary>
public static class OfficeSamples
{
    private static readonly Option[] Options = [new("a", new Label("同意设立的文件", "Approval")), new("b", new Label(Given.Hostile))];

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<HandOverPage, HandOverModel>("hand-over", HandOver(Options)),
        SamplePage.Of<HandOverPage, HandOverModel>("hand-over-empty", HandOver([]) with { Due = null, With = null, Refused = null }),
        SamplePage.Of<MeetingListPage, MeetingListModel>("meeting-list", List(
        [
            new(1, true, "Z-1", Given.Hostile, "沈阳市", "甲公司", 86.5m, [("专家一", 86m), ("专家二", 87m)], new Label("已提请", "Tabled"), "/cases/1"),
            new(1, true, "Z-2", "乙集聚区", null, "乙公司", 86.5m, [], new Label("已提请", "Tabled"), "/cases/2"),
            new(null, false, "Z-3", "丙集聚区", null, "", null, [], new Label("已提请", "Tabled"), "/cases/3"),
        ])),
        SamplePage.Of<MeetingListPage, MeetingListModel>("meeting-list-empty", List([]) with { Quota = null, Weights = null }),
        SamplePage.Of<FileCheckPage, FileCheckModel>("file-check", new(
            Given.SignedIn, Given.Today,
            [
                new("Z-1", Given.Hostile, "沈阳市", new Label("市级审核推荐", "City's review"), Given.Due, [(new Label("申报书", "Form"), true), (new Label(Given.Hostile), false)],
                    [new Label("建筑面积", "Floor area")], [.. Given.Criteria], 3, 1, "/cases/1"),
                new("Z-2", "乙集聚区", null, new Label("市级审核推荐", "City's review"), null, [], [], [], 4, 0, "/cases/2"),
            ]) { All = "/worklist/check", More = "/worklist/check?from=40" }),
        SamplePage.Of<FileCheckPage, FileCheckModel>("file-check-empty", new(Given.SignedIn, Given.Today, [])),
        SamplePage.Of<CorrectionPage, CorrectionModel>("correction", new(
            Given.SignedIn, "/correction", Given.Tokens, Given.Case, [new MarkLine(new Label("设立日", "Designated"), Given.Today, Given.Text)], Options, Options, "a", "2026-02-30",
            "b", Given.Hostile, "/cases/1", Given.Refused)
        {
            Bans =
            [
                new BanLine(1, new Label("三年内不得申报", "No application for three years"), Given.Hostile, ["集聚区申报"], Given.Today, Given.Today.AddYears(3), "第二十条", false),
                new BanLine(2, new Label("三年内不得申报"), "91210100MA0XXXXX1X", ["集聚区申报"], Given.Today, Given.Today.AddYears(3), "第二十条", true),
            ],
            Subject = Given.Hostile, First = "2026-02-30", Last = "2026-03-01", Lift = true,
        }),
        SamplePage.Of<CorrectionPage, CorrectionModel>("correction-empty", new(
            Given.SignedIn, "/correction", Given.Tokens, Given.Case, [], [], [], "", "", "", "", "/cases/1", null)),
        SamplePage.Of<AdoptionPage, AdoptionModel>("adoption", new(
            Given.SignedIn, Given.Tokens, Options, Options[1], Options, Options, [new PartnerChoice("zone-body", new Label("建设主体", "Zone body"), Options, ["a"])],
            [new AdoptedDateEntry("designated", new Label("设立日", "Designated"), "2026-02-30", "a")], Options,
            [new SettledEntry("formal-plan", new Label("建设方案", "Plan"), true, "once"), new SettledEntry("annual-report", new Label("年度报告", "Report"), false, Given.Hostile)],
            Given.Hostile, "b", "a", Given.Refused)),
        SamplePage.Of<AdoptionPage, AdoptionModel>("adoption-empty", new(Given.SignedIn, Given.Tokens, [], null, [], [], [], [], [], [], "", "", "", null)),
        SamplePage.Of<ImportPage, ImportModel>("import", new(
            Given.SignedIn, Given.Tokens, [new Label("名称", "Name"), new Label("邮箱", "E-mail")], Given.Hostile,
            [
                new ImportLine(2, [Given.Hostile, "a@b.example"], new Dictionary<int, Label>(), [new Label("登记主体", "party")]),
                new ImportLine(3, ["乙"], new Dictionary<int, Label> { [1] = new Label("必填。", "Required.") }, []),
            ],
            Given.Tokens, false, null)),
        SamplePage.Of<ImportPage, ImportModel>("import-empty", new(Given.SignedIn, Given.Tokens, [], "", null, null, false, Given.Refused)),
    ];

    private static HandOverModel HandOver(IReadOnlyList<Option> people) => new(
        Given.SignedIn, "/hand-over", Given.Tokens, Given.Case, new Label("申报与设立", "Designation"), new Label("市级审核推荐", "City's review"),
        new Label("市级知识产权主管部门", "City IP office"), Given.Due, Given.Hostile, people, "a", Given.Hostile, "/cases/1", Given.Refused);

    private static MeetingListModel List(IReadOnlyList<MeetingLine> lines) => new(
        Given.SignedIn, Given.Case, lines, false, 1, true, new Label("得分为各专家加权分的平均。", "The mean."), Given.Today, "/cases/r/meeting-list", "/cases/r");
}
