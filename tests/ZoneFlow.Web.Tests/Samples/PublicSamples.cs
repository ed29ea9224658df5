using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Public;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Tests.Samples;

public static class PublicSamples
{
    private static readonly NoticeCard Running = new(
        "LN-2026-01-1", "拟设立集聚区名单", "辽宁省知识产权局", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9), 3, 2, "/notices/1");

    private static readonly NoticeCard Closed = Running with { Number = "LN-2025-01-1", WorkingDaysLeft = null, Href = "/notices/2" };

    private static readonly AnnouncementLine Announced = new(
        "同意设立的批复", "大连高新区知识产权服务业集聚区", "LN-2025-0002", "辽宁省知识产权局", new DateOnly(2026, 1, 20), Given.Document with { By = null });

    private static readonly DailyRoot Root = new(
        new DateOnly(2026, 3, 2), Given.Now, 812, new string('c', 64), new string('d', 64), "89abcdef01234567", new string('s', 88), Given.Document.Hash);

    private static readonly RootKey Key = new("89abcdef01234567", new string('k', 124), new DateOnly(2026, 1, 5), null, null);

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<HomePage, HomeModel>("home", new(Given.Demo,
            [
                new("LN-2025-0002", "大连高新区知识产权服务业集聚区", "大连市", new Label("建设期", "Under construction"), false, new DateOnly(2026, 1, 20), "/zones/1"),
                new("LN-2025-0001", "沈阳浑南知识产权服务业集聚区", "沈阳市", new Label("运行期", "Operating"), false, new DateOnly(2025, 6, 3), "/zones/2"),
                new("LN-2024-0003", Given.Hostile, null, new Label("已撤销称号", "Title revoked"), true, new DateOnly(2025, 12, 3), "/zones/3"),
            ],
            [Running], [Announced]) { Search = Given.Hostile }),
        SamplePage.Of<LookUpPage, LookUpModel>("look-up", new(Given.Public, "", null, null)),
        SamplePage.Of<LookUpPage, LookUpModel>("look-up-refused", new(Given.Public, Given.Hostile, null, Given.Refused)),
        SamplePage.Of<LookUpPage, LookUpModel>("look-up-found", new(Given.Public, "LN-2026-0007", new LookedUpCase(
            Given.Case, [new ProgressStep(new Label("申请", "Application"), StepState.Done, Given.Today)],
            [new AskedLine(new Label("申报与设立", "Application"), new Label("市级审核推荐", "City's review"), ["沈阳市知识产权局"], Given.Now, Given.Due with { Explain = null }, 5, 10, null)]), null)),
        SamplePage.Of<HomePage, HomeModel>("home-empty", new(Given.Public, [], [], [])),
        SamplePage.Of<ZonePublicPage, ZonePublicModel>("zone", new(
            Given.Public, Given.Case with { Href = null }, "辽宁省知识产权局",
            [new MarkLine(new Label("发文同意设立之日", "Designated on"), new DateOnly(2026, 1, 20), Source.Of("第十条"))], [Running, Closed], [Announced])),
        SamplePage.Of<ZonePublicPage, ZonePublicModel>("zone-empty", new(Given.Public, Given.Case with { Flags = [], Region = null }, null, [], [], [])),
        SamplePage.Of<NoticeIndexPage, NoticeIndexModel>("notices", new(Given.Public, [Running], [Closed]) { More = "/notices?after=1" }),
        SamplePage.Of<NoticeIndexPage, NoticeIndexModel>("notices-empty", new(Given.Public, [], []) { IsFirst = false }),
        SamplePage.Of<NoticePage, NoticePageModel>("notice", Notice(new ObjectionForm(
            "/notices/1/objections", new PostTokens("n"), true, Given.Norm, "zone-1", Given.Hostile, "", "内容\n第二行", null))),
        SamplePage.Of<NoticePage, NoticePageModel>("notice-refused", Notice(new ObjectionForm(
            "/notices/1/objections", new PostTokens("n"), true, Given.Norm, "zone-1", "", "", "", Given.Refused))),
        SamplePage.Of<NoticePage, NoticePageModel>("notice-closed", Notice(null) with
        {
            Closed = true, Document = null,
            Entries = [new("zone-1", "沈阳浑南知识产权服务业集聚区", false, new Label("公示无异议", "Cleared"), "/zones/1"), new("zone-2", "鞍山集聚区", true, null, null)],
        }),
        SamplePage.Of<ObjectionReceiptPage, ObjectionReceiptModel>("receipt", new(
            Given.Public, "YY-7Q3K-92", "拟设立集聚区名单", "/notices/1", "沈阳浑南知识产权服务业集聚区", Given.Now, Given.Document)),
        SamplePage.Of<AnnouncementIndexPage, AnnouncementIndexModel>("announcements", new(Given.Public, [Announced, Announced]) { More = "/announcements?after=1" }),
        SamplePage.Of<EvidencePage, EvidenceModel>("evidence", new(Given.Public with { Root = Root }, [Root], [Key, Key with { SignedBy = "0011223344556677" }], "/evidence.json")),
        SamplePage.Of<EvidencePage, EvidenceModel>("evidence-empty", new(Given.Public, [], [], "/evidence.json")),
        SamplePage.Of<AnnouncementIndexPage, AnnouncementIndexModel>("announcements-empty", new(Given.Public, [])),
    ];

    private static NoticePageModel Notice(ObjectionForm? form) => new(
        Given.Demo, "LN-2026-01-1", "拟设立集聚区名单", "辽宁省知识产权局", Given.Policy.Zh, new DateOnly(2026, 3, 2),
        new SourcedDate(new DateOnly(2026, 3, 9), Given.Text, false, false, 3, "/deadlines/9"), Given.Now, false,
        [new("zone-1", "沈阳浑南知识产权服务业集聚区", false, null, null), new("zone-2", Given.Hostile, true, null, null)], Given.Document, form);
}
