using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Tests.Samples;

public static class OperatorSamples
{
    private static readonly RoleLine[] Roles =
    [
        new(new Label("市级知识产权主管部门", "City IP office"), "沈阳市", new DateOnly(2025, 4, 22), null), new(new Label("评估专家", "Expert"), null, new DateOnly(2025, 4, 22), new DateOnly(2026, 12, 31)),
    ];

    private static readonly Option[] RoleOptions = [new("city", new Label("市级知识产权主管部门", "City IP office")), new("expert", new Label("评估专家", "Expert"))];

    private static readonly Option[] RegionOptions = [new("沈阳市", new Label("沈阳市"))];

    private static readonly EffectLine Effect = new(
        "e-1", "LN-2026-0007", "/cases/1", new Label("邮件", "Mail"), "zhou@example.cn", 7, Given.Now, Given.Hostile, "/operator/outbox/e-1", Given.Tokens);

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<PartiesPage, PartiesModel>("parties", new(
            Given.SignedIn, [new("沈阳市知识产权局", "11210100MB1234567X", Roles, 2, "/operator/parties/1"), new(Given.Hostile, null, [], 0, "/operator/parties/2")], Add(Given.Refused))),
        SamplePage.Of<PartiesPage, PartiesModel>("parties-empty", new(Given.SignedIn, [], Add(null))),
        SamplePage.Of<PartiesPage, PartiesModel>("parties-searched", new(Given.SignedIn, [], Add(null)) { Search = Given.Hostile, IsFirst = false, More = "/operator/parties?after=a" }),
        SamplePage.Of<PartyPage, PartyPageModel>("party", Party(Roles, [new("周敏", "zhou@example.cn", true, "/enrol/1", Given.Tokens) { RecoveryLeft = 8, LostAction = "/lost/1" }, new(Given.Hostile, "b@example.cn", false, "/enrol/2", Given.Tokens)], Given.Refused)),
        SamplePage.Of<PartyPage, PartyPageModel>("party-empty", Party([], [], null)),
        SamplePage.Of<EnrolCodePage, EnrolCodeModel>("enrol", new(
            Given.SignedIn, "/enrol", Given.Tokens, "周敏", "JBSW Y3DP EHPK 3PXP", "otpauth://totp/ZoneFlow:zhou?secret=JBSWY3DPEHPK3PXP&issuer=ZoneFlow", Given.Refused)),
        SamplePage.Of<RecoverySheetPage, RecoverySheetModel>("recovery-sheet", new(
            Given.SignedIn, Given.Hostile, "沈阳市知识产权局", ["ABCD-EFGH-JKLM-NOPQ-RSTU-VWXY", "2345-6723-4567-ABCD-EFGH-IJKL"], "/operator/parties/1")),
        SamplePage.Of<ErasurePage, ErasureModel>("erasure", new(
            Given.SignedIn, "/operator/erasure", "/operator/erasure/carried-out", Given.Tokens, "LN-2026-0007", Given.Hostile,
            [new(new string('a', 64), new Label("姓名", "Name"), Given.Hostile), new(new string('b', 64), new Label("理由", "Reason"), "理由")], Given.Hostile,
            [new PastErasure("LN-2025-0001", 2, Given.Hostile, "管理员", Given.Now)], Given.Refused)),
        SamplePage.Of<ErasurePage, ErasureModel>("erasure-empty", new(
            Given.SignedIn, "/operator/erasure", "/operator/erasure/carried-out", Given.Tokens, "", "", null, "", [], null)),
        SamplePage.Of<ErasurePage, ErasureModel>("erasure-none", new(
            Given.SignedIn, "/operator/erasure", "/operator/erasure/carried-out", Given.Tokens, "LN-2026-0007", "张三", [], "", [], null)),
        SamplePage.Of<DeletionPage, DeletionModel>("deletions", new(
            Given.SignedIn, "/operator/deletions", "/operator/deletions/carried-out", Given.Tokens, "LN-2026-0007",
            [
                new(ContentHash.Parse(new string('a', 64)), [(new Label("申报书（第1版）", "Application form, version 1"), Given.Hostile), (new Label("异议材料", "With an objection"), "证据.pdf")], 81_920, Given.Now, true),
                new(ContentHash.Parse(new string('b', 64)), [(new Label("建设方案（第2版）"), "方案.pdf")], 4_096, Given.Now, false),
            ],
            Given.Hostile,
            [
                new PastDeletion("LN-2025-0001", ContentHash.Parse(new string('c', 64)), Given.Hostile, false, "管理员", Given.Now, false),
                new PastDeletion("LN-2015-0001", ContentHash.Parse(new string('d', 64)), "保管期限届满", true, null, Given.Now, true),
            ], Given.Refused)),
        SamplePage.Of<DeletionPage, DeletionModel>("deletions-empty", new(
            Given.SignedIn, "/operator/deletions", "/operator/deletions/carried-out", Given.Tokens, "", null, "", [], null)),
        SamplePage.Of<DeletionPage, DeletionModel>("deletions-none", new(
            Given.SignedIn, "/operator/deletions", "/operator/deletions/carried-out", Given.Tokens, "LN-2026-0007", [], "", [], null)),
        SamplePage.Of<ArchivingPage, ArchivingModel>("archiving", new(
            Given.SignedIn,
            [new("LN-2015-0001", Given.Hostile, new Label("已撤回", "Withdrawn"), new DateOnly(2015, 5, 8), new DateOnly(2015, 6, 1), "10年", Source.Norm("文本未定保管期限"), new DateOnly(2025, 6, 1), [])],
            [new("LN-1995-0002", "沈阳集聚区", new Label("已撤销称号", "Title revoked"), new DateOnly(1995, 5, 8), new DateOnly(1995, 5, 8), "30年", Source.Norm(Given.Hostile), new DateOnly(2025, 5, 8), [new Label(Given.Hostile, "A ban binds")])],
            [new("LN-2020-0003", "大连集聚区", new Label("申报未获同意", "Refused"), new DateOnly(2020, 5, 8), new DateOnly(2020, 5, 8), "10年", Source.Norm("文本未定保管期限"), new DateOnly(2030, 5, 8), [])], 3,
            [
                new ArchivedLine("LN-2014-0001", Given.Hostile, "已撤回，2014-05-08起", "LN-2014-0001.zip", new string('e', 64), Given.Now, true),
                new ArchivedLine("LN-2014-0002", "鞍山集聚区", "已撤回，2014-05-08起", "LN-2014-0002.zip", new string('f', 64), Given.Now, false),
            ])),
        SamplePage.Of<ArchivingPage, ArchivingModel>("archiving-empty", new(Given.SignedIn, [], [], [], 0, [])),
        SamplePage.Of<ReadingsPage, ReadingsModel>("readings", new(
            Given.SignedIn, "LN-2026-0007", [new ReadingLine("LN-2026-0007", Given.Hostile, new Label("异议", "Objections"), Given.Now)])),
        SamplePage.Of<ReadingsPage, ReadingsModel>("readings-empty", new(Given.SignedIn, null, [])),
        SamplePage.Of<OutboxPage, OutboxModel>("outbox", new(Given.SignedIn, [Effect], [Effect with { Error = null, CaseHref = null, RetryAction = null, Tokens = null }]) { IsCut = true }),
        SamplePage.Of<OutboxPage, OutboxModel>("outbox-empty", new(Given.SignedIn, [], [])),
        SamplePage.Of<RemindersPage, RemindersModel>("reminders", new(
            Given.SignedIn,
            [
                new(Given.Now, new Label("提醒", "Reminder"), Given.Hostile, "LN-2026-0007", "报送建设方案", Given.Today, "建设主体", SentState.Sent, 2),
                new(Given.Now, new Label("督办", "Escalation"), "沈阳浑南集聚区", "LN-2026-0008", Given.Hostile, null, Given.Hostile, SentState.GivenUp, 0),
                new(Given.Now, new Label("逾期通知", "Overdue"), "沈阳浑南集聚区", "LN-2026-0008", "市级转报", Given.Today, "沈阳市知识产权局", SentState.Waiting, 0),
            ],
            "/operator/reminders?after=1")),
        SamplePage.Of<RemindersPage, RemindersModel>("reminders-empty", new(Given.SignedIn, [], null)),
        SamplePage.Of<PublishPage, PublishModel>("publish", new(
            Given.SignedIn, Given.Tokens, new PublishFound(Given.Policy, Given.Hostile, "liaoning-2025", new string('a', 64), new string('b', 64), 11),
            [new PackRemark(true, "form.yaml:3", "unasked", Given.Hostile), new PackRemark(false, "policy.yaml", "note", "说明")], [new Label(Given.Hostile, "otherwise")],
            Given.Tokens, new string('a', 64), Given.Refused)),
        SamplePage.Of<PublishPage, PublishModel>("publish-empty", new(Given.SignedIn, Given.Tokens, null, [], [], null, "", null) { Done = new Label("已发布", "Published") }),
        SamplePage.Of<ParkedPage, ParkedModel>("parked", new(Given.SignedIn, [new("LN-2026-0007", "沈阳浑南集聚区", Given.Now, Given.Hostile, "/cases/1", "/resume", Given.Tokens)]) { IsCut = true }),
        SamplePage.Of<ParkedPage, ParkedModel>("parked-empty", new(Given.SignedIn, [])),
        SamplePage.Of<PacksPage, PacksModel>("packs", new(
            Given.SignedIn,
            [
                new("liaoning-2025", new string('a', 64), Given.Policy, "辽宁省知识产权局", new DateOnly(2025, 4, 22), 7, "/diagram", true, "/use/1", Given.Tokens),
                new("jilin-2018", new string('b', 64), Given.Policy, "吉林省科学技术厅", new DateOnly(2018, 4, 28), 0, null, false, "/use/2", Given.Tokens),
            ],
            [new("2026-1", true), new("2025-1", false)])),
        SamplePage.Of<PacksPage, PacksModel>("packs-empty", new(Given.SignedIn, [], [])),
        SamplePage.Of<CalendarPage, CalendarPageModel>("calendar", new(
            Given.SignedIn, "2026-1", new DateOnly(2026, 12, 31), 2026, new DateOnly(2026, 1, 1), true,
            [new("2025-11-04", Given.Hostile, 2026, new DateOnly(2025, 11, 4), "2025-11-01", "广西", null)],
            [new(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 3), "元旦", new Label("放假", "off"))], ["广西", Given.Hostile], "广西", Given.Tokens, Given.Hostile, Given.Refused,
            new CalendarMoves(
                ["2026-01-04 周末 → 元旦调休上班"],
                [new("LN-2026-0007", Given.Hostile, "/cases/1", new Label("公示", "Public notice"), new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 6), true, true, "2026-01-04")],
                ["zone-9"], new CalendarConfirm("/operator/calendar/load", "yaml", Given.Hostile, Given.Tokens)), ["2026-1 已经载入"])),
        SamplePage.Of<CalendarPage, CalendarPageModel>("calendar-empty", new(
            Given.SignedIn, "2026-1", new DateOnly(2026, 12, 31), 2027, null, false, [], [], [], null, Given.Tokens, "", null, new CalendarMoves([], [], [], null), [])),
        SamplePage.Of<MigrationPage, MigrationPageModel>("migration", new(
            Given.SignedIn, [new Option("liaoning-2025@aa", Given.Policy, new Label("aa"))], "liaoning-2025@aa", "LN-1", Given.Hostile, Given.Tokens, Given.Refused, [new Label(Given.Hostile, "otherwise")],
            [
                new("LN-2026-0007", Given.Hostile, "/cases/1", "liaoning-2025@bb", [new Label("期限不变", "due stays")], []),
                new("LN-2026-0008", "沈阳浑南集聚区", "/cases/2", "liaoning-2025@bb", [], [new Label("没有对应项", "no counterpart")]),
            ],
            Given.Tokens)),
        SamplePage.Of<MigrationPage, MigrationPageModel>("migration-empty", new(Given.SignedIn, [], "", "", "", Given.Tokens, null, [], [], null)),
        SamplePage.Of<PackPage, PackModel>("pack", new(
            Given.SignedIn, Given.Policy, Given.Hostile, new string('a', 64),
            [new("overview", new Label(Given.Hostile), "总览图：申报与设立", "/o.svg", "/o.mmd")])),
        SamplePage.Of<PackPage, PackModel>("pack-empty", new(Given.SignedIn, Given.Policy, "", "", [])),
        SamplePage.Of<HealthPage, HealthModel>("health", new(
            Given.SignedIn, Given.Now, "1.0.0", [
                new(new Label("存储", "Store"), HealthState.Good, new Label("12 MB"), null), new(new Label("发件箱", "Outbox"), HealthState.Watch, new Label("3"), "/operator/outbox"),
                new(new Label("日历", "Calendar"), HealthState.Bad, new Label(Given.Hostile), null)])),
        SamplePage.Of<HealthPage, HealthModel>("health-empty", new(Given.SignedIn, Given.Now, "1.0.0", [])),
    ];

    private static AddPartyForm Add(Refusal? refused) => new(
        "/operator/parties", Given.Tokens, RoleOptions, RegionOptions, Given.Hostile, "", "city", "", "", "", refused);

    private static PartyPageModel Party(IReadOnlyList<RoleLine> roles, IReadOnlyList<PersonLine> people, Refusal? refused) => new(
        Given.SignedIn, "沈阳市知识产权局", "11210100MB1234567X", [new DatedName("沈阳市知识产权局", new DateOnly(2019, 3, 1))], roles, people,
        new AddPersonForm("/people", Given.Tokens, "", ""), new GrantRoleForm("/roles", Given.Tokens, RoleOptions, RegionOptions, "", "", "2026-02-30", ""), refused)
    {
        Rename = new RenameForm("/names", Given.Tokens, Given.Hostile, "2026-02-30"),
        EndRole = roles.Count == 0 ? null : new EndRoleForm("/roles/end", Given.Tokens, RoleOptions, "", "2026-03-05"),
    };
}
