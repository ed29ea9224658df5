using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Tests.Samples;

public static class CaseSamples
{
    private static readonly StartCaseForm Start = new(
        "/cases", Given.Tokens, new Label("集聚区", "Zone"), [new Option("liaoning-2025", Given.Policy)],
        [new Option("沈阳市", new Label("沈阳市")), new Option("大连市", new Label("大连市"))], [], "", Given.Hostile, "沈阳市", "", Given.Refused);

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<WorklistPage, WorklistModel>("worklist", new(
            Given.SignedIn, Given.Today, Given.Hostile, DueFilter.All, new TaskCounts(4, 1, 1),
            [
                Task("沈阳浑南知识产权服务业集聚区", Given.Late), Task("大连高新区知识产权服务业集聚区", Given.Due), Task("鞍山集聚区", Given.Far), Task(Given.Hostile, null),
            ],
            [
                new("LN-2026-0007", "沈阳浑南知识产权服务业集聚区", new Label("集聚区", "Zone"), "沈阳市", new Label("申报中", "Applying"), false, new DateOnly(2026, 2, 12),
                    [new Label("市级审核推荐")], [new Label("限期整改中", "Under rectification")], new DateOnly(2026, 3, 12), "/cases/1"),
                new("LN-2024-0001", "营口集聚区", new Label("集聚区", "Zone"), null, new Label("已撤销称号", "Title revoked"), true, new DateOnly(2025, 2, 12), [], [], null, "/cases/2"),
            ],
            Start, Start with { Kind = new Label("审议批次", "Sitting"), Regions = [], Policies = [new Option("a", Given.Policy), new Option("b", Given.Policy)] })
        {
            Days = new DayStrip([new DayOfStrip(Given.Today, true, 3), new DayOfStrip(Given.Today.AddDays(1), false, 0), new DayOfStrip(Given.Today.AddDays(2), true, 40)]),
            Checks = [new HealthLine(new Label("数据存储", "Store"), HealthState.Good, new Label("可读"), null), new HealthLine(new Label("待发事项", "Outbox"), HealthState.Bad, new Label(Given.Hostile), "/operator/outbox")],
        }),
        SamplePage.Of<WorklistPage, WorklistModel>("worklist-empty", new(Given.SignedIn, Given.Today, "", DueFilter.Late, new TaskCounts(0, 0, 0), [], [], null, null)),
        SamplePage.Of<DoneWorkPage, DoneWorkModel>("done-work", new(
            Given.SignedIn, [new(Given.Now, "沈阳浑南集聚区", "LN-2026-0007", new Label("推荐", "Recommend"), "周敏，沈阳市知识产权局", "/cases/1"), new(Given.Now, Given.Hostile, "X", new Label(Given.Hostile), Given.Hostile, "/cases/2")],
            "/worklist/done?after=1")),
        SamplePage.Of<DoneWorkPage, DoneWorkModel>("done-work-empty", new(Given.SignedIn, [], null)),
        SamplePage.Of<MonthPage, MonthModel>("month", Month(
            [new("a", new DateOnly(2026, 5, 9), new Label("市级审核推荐", "City's review"), "沈阳浑南集聚区", "", "/cases/1", true, true, false), new("b", new DateOnly(2026, 5, 9), new Label(Given.Hostile), Given.Hostile, "", "/cases/2", false, false, true)])),
        SamplePage.Of<MonthPage, MonthModel>("month-empty", Month([])),
        SamplePage.Of<OverviewPage, OverviewModel>("overview", new(
            Given.SignedIn, 5, [(new Label("集聚区", "Zone"), [new CountLine(new Label("建设期", "Under construction"), 3), new CountLine(new Label(Given.Hostile), 2)])],
            [new CountLine(new Label("市级审核推荐", "City's review"), 1)], [new CountLine(new Label("已逾期", "Late"), 1, Tone.Bad)],
            [new("LN-2026-0007", Given.Hostile, new Label("集聚区", "Zone"), "沈阳市", new Label("申报中", "Applying"), false, new DateOnly(2026, 2, 12), [new Label("市级审核推荐")], [], new DateOnly(2026, 3, 2), "/cases/1")])),
        SamplePage.Of<OverviewPage, OverviewModel>("overview-empty", new(Given.SignedIn, 0, [], [], [], [])),
        SamplePage.Of<SubscriptionsPage, SubscriptionsModel>("subscriptions", new(Given.SignedIn, "/worklist/calendars", Given.Tokens, true, false, "https://ip.example/calendars/AbC")),
        SamplePage.Of<SubscriptionsPage, SubscriptionsModel>("subscriptions-none", new(Given.SignedIn, "/worklist/calendars", Given.Tokens, false, false, null)),
        SamplePage.Of<CasePage, CasePageModel>("case", Full),
        SamplePage.Of<CasePage, CasePageModel>("case-empty", new(
            Given.SignedIn, Given.Case, [], [], [], null, null, null, null, [], [], null, [], [], [], null, null)),
        SamplePage.Of<CasePage, CasePageModel>("case-bare", new(
            Given.SignedIn, Given.Case, [], [], [], null, [], null, [], [], [], null, [], [], [], [], [])),
        SamplePage.Of<DeadlineExplanationPage, DeadlineExplanationModel>("deadline", Explained),
        SamplePage.Of<DeadlineExplanationPage, DeadlineExplanationModel>("deadline-fixed", Explained with
        {
            Case = null, Budget = null, Suspensions = [], Days = [], Due = Given.Due, Printed = null, BackHref = null,
        }),
    ];

    private static CasePageModel Full => new(
        Given.SignedIn, Given.Case,
        [
            new(new Label("申请", "Application"), StepState.Done, new DateOnly(2026, 2, 12)), new(new Label("市级审核", "City"), StepState.Current, new DateOnly(2026, 3, 2)),
            new(new Label("评估", "Evaluation"), StepState.Ahead, null), new(new Label("审议", "Meeting"), StepState.Ahead, null),
            new(new Label("公示", "Notice"), StepState.Ahead, null), new(new Label("决定", "Decision"), StepState.Stopped, null),
        ],
        [
            new(new Label("申报与设立", "Application and designation"), new Label("市级审核推荐", "City's review"), ["沈阳市知识产权局"], Given.Now, Given.Due, 5, 10, new Label("第一次审核", "First review")),
            new(new Label("年度工作报告", "Annual report"), new Label("等待", "Waiting"), [], Given.Now, null, null, null, null),
        ],
        [
            new(new Label("推荐", "Recommend"), null, false, false, "/a/1"), new(new Label("退回补正", "Return for correction"), null, false, false, "/a/2"),
            new(new Label("不予推荐", "Decline"), new Label("申报与设立"), false, true, "/a/3"), new(new Label("申请调整建设方案", "Change the plan"), null, true, false, "/a/4"),
        ],
        "/cases/1/form", [Given.Document, Given.PendingDocument],
        new FileForm("/cases/1/documents", Given.Tokens, [new Option("designation|other", new Label("其他材料", "Other material"))], Given.Refused),
        [
            new(3, Given.Now, "沈阳市知识产权局 周敏", [new Label("退回补正", "Returned for correction"), new Label("期限暂停", "The clock stopped")], "ab12cd34ef5678"),
            new(2, Given.Now, null, [new Label(Given.Hostile)], "cd34"),
        ],
        [
            new(FutureKind.Due, new DateOnly(2026, 3, 12), new Label("市级审核推荐", "City's review"), Given.Norm, false, "/deadlines/1"),
            new(FutureKind.Opens, new DateOnly(2027, 1, 1), new Label("年度工作报告", "Annual report"), Given.Text, true, null),
            new(FutureKind.Mark, new DateOnly(2028, 4, 28), new Label("建设期满日", "End of the term"), Given.Text, false, null),
        ],
        [new MarkLine(new Label("申报日", "Applied on"), new DateOnly(2026, 2, 12), Given.Text)],
        new PlanLine(2, Given.Today, Given.Document), [new("大连集聚区", new Label("列入名单", "Listed"), "/cases/2"), new(Given.Hostile, new Label("已退出", "Dropped"), null)],
        [new("专家甲", false, 1, 1), new("专家乙", true, 0, 1), new("专家丙", false, 0, 1)],
        [new(new Label("补正通知", "Request for corrections"), Given.Today, "/letters/1")],
        [new("YY-1", Given.Now, "大连集聚区", null, "024-1", Given.Hostile, [Given.Document])],
        [new("专家甲", "沈阳浑南", [new ScoredCriterion(new Label("总分", "Overall"), 86.5m)], Given.Hostile, Given.Now)])
    {
        LookUpCode = "AB23CD45EF",
        Life = new LifeLine(
            [new(new Label("填报中", "Drafting"), false, new DateOnly(2026, 2, 12), new DateOnly(2026, 3, 1)), new(new Label(Given.Hostile), true, new DateOnly(2026, 3, 2), null)],
            [new(new DateOnly(2026, 3, 2), new Label(Given.Hostile), false, false), new(new DateOnly(2028, 4, 28), new Label("建设期满日", "End of the term"), true, true)], Given.Today),
    };

    private static MonthModel Month(IReadOnlyList<DatedTask> due)
    {
        var first = new DateOnly(2026, 5, 1);
        return new(
            Given.SignedIn, first, Given.Today, 4,
            [
                .. Enumerable.Range(0, 31).Select(first.AddDays).Select(day => new MonthDayCell(
                    day, day.Day == 9 ? new DayReason(DayKind.MakeUp, "劳动节") : day.Day <= 5 ? new DayReason(DayKind.Holiday, "劳动节") : new DayReason(DayKind.Working), false,
                    [.. due.Where(d => d.Day == day)], due.Count(d => d.Day == day && d.Own), due.Count(d => d.Day == day && !d.Own) * 60)
                    {
                        Href = due.Any(d => d.Day == day) ? "/worklist/month?of=2026-05-09#day" : null,
                    }),
            ],
            [.. Enumerable.Range(1, 12).Select(m => new MonthCount(new DateOnly(2026, m, 1), m == 5 ? due.Count : 0, m == 5 ? due.Count * 60 : 0))])
        {
            Whole = new WholeDay(
                new DateOnly(2026, 5, 9), [.. due.Where(d => d.Own)], due.Count(d => d.Own), [.. due.Where(d => !d.Own)], due.Count * 30,
                due.Count == 0 ? null : "/worklist/month?of=2026-05-09&from=50#day"),
        };
    }

    private static DeadlineExplanationModel Explained => new(
        Given.SignedIn, Given.Case, new Label("市级审核推荐", "City's review"), new Label("环节开始之日", "The stage was entered"), new DateOnly(2026, 4, 29),
        Period.Parse("5wd"), Reckoning.Law, Given.Far, new DateOnly(2028, 4, 27), new DateOnly(2028, 4, 20), [new(new DateOnly(2026, 5, 6), new DateOnly(2026, 5, 7)), new(new DateOnly(2026, 5, 20), null)],
        [
            new(new DateOnly(2026, 4, 29), DayStep.DayZero, new DayReason(DayKind.Working)),
            new(new DateOnly(2026, 4, 30), DayStep.Counted, new DayReason(DayKind.Working), 1),
            new(new DateOnly(2026, 5, 1), DayStep.Skipped, new DayReason(DayKind.Holiday, "劳动节")),
            new(new DateOnly(2026, 5, 2), DayStep.Skipped, new DayReason(DayKind.Weekend)),
            new(new DateOnly(2026, 5, 6), DayStep.Suspended, new DayReason(DayKind.Working)),
            new(new DateOnly(2026, 5, 9), DayStep.Counted, new DayReason(DayKind.MakeUp, "劳动节"), 2),
            new(new DateOnly(2026, 5, 10), DayStep.Named, new DayReason(DayKind.Weekend)),
            new(new DateOnly(2026, 5, 11), DayStep.RolledOver, new DayReason(DayKind.ProvisionalHoliday, "春节")),
            new(new DateOnly(2028, 4, 28), DayStep.RolledTo, new DayReason(DayKind.Working)),
        ],
        "2026-1", "/cases/1");

    private static TaskLine Task(string title, SourcedDate? due) => new(
        "LN-2026-0007", title, "沈阳市", new Label("申报与设立", "Application and designation"), new Label("市级审核推荐", "City's review"),
        new Label("市级知识产权主管部门", "City IP office"), Given.Now, due, "/act/1");
}
