using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Demo;

namespace ZoneFlow.Web.Tests.Samples;

public static class DemoSamples
{
    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<MailboxPage, MailboxModel>("mailbox", new(Given.Demo, [new("zhou@example.cn", "周敏", "【待办】沈阳浑南：市级审核推荐", Given.Now, "/demo/mailbox/1"), new("x@example.cn", "x", Given.Hostile, Given.Now, "/demo/mailbox/2")])),
        SamplePage.Of<MailboxPage, MailboxModel>("mailbox-empty", new(Given.Demo, [])),
        SamplePage.Of<MailViewPage, MailViewModel>("mail", new(
            Given.Demo, "辽宁省知识产权局 <office@example.cn>", "周敏 <zhou@example.cn>", "【待办】沈阳浑南：市级审核推荐", Given.Now, "<1@example.cn>",
            $"周敏：\n\n请办理。\n打开办理：\nhttp://127.0.0.1:5080/l/AbC_d-9\n（也可见https://example.cn/x?a=1&b=2）。\n{Given.Hostile}\n", "/demo/mailbox")),
        SamplePage.Of<ClockPage, ClockModel>("clock", new(
            Given.Demo, Given.Now, "/demo/clock", Given.Tokens, [new(Given.Now, new Label("市级审核推荐到期", "City's review falls due"), "沈阳浑南集聚区", "/cases/1"), new(Given.Now, new Label("提醒", "Reminder"), Given.Hostile, null)],
            "2026-02-30", Given.Refused)),
        SamplePage.Of<ClockPage, ClockModel>("clock-empty", new(Given.Demo, Given.Now, "/demo/clock", Given.Tokens, [], "", null)),
        SamplePage.Of<PersonasPage, PersonasModel>("personas", new(
            Given.Demo, [
                new("周敏", "沈阳市知识产权局", [new Label("市级知识产权主管部门", "City IP office")], "zhou@example.cn", "481 902", "/demo/personas/1", Given.Tokens),
                new(Given.Hostile, "园区", [new Label("建设主体", "Zone body")], "li@example.cn", null, "/demo/personas/2", Given.Tokens)])),
        SamplePage.Of<PersonasPage, PersonasModel>("personas-empty", new(Given.Demo, [])),
    ];
}
