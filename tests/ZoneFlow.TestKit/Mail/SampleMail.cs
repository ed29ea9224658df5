using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Mail;

/// <summary>A mail like those the office sends.</summary>
public static class SampleMail
{
    public static OutgoingMail WithKey(string outboxKey) => new()
    {
        Id = MessageId.ForKey(outboxKey, "zones.example.cn"),
        From = new("office@zones.example.cn", "辽宁省知识产权局"),
        To = new("clerk@park.example.cn", "沈阳高新区 \"集聚区\" 办公室, 王"),
        Subject = "请于 2026-03-02 前办理:知识产权服务业高质量集聚发展区年度报告(第二年度)提醒 𠮷",
        TextBody = "王先生:\n请在系统中提交年度报告。\n.\n—— 知识产权局",
        HtmlBody = "<p>王先生:<br>请在系统中提交<b>年度报告</b>。</p>",
        Category = "annual-report-reminder",
        Headers = [new("List-Unsubscribe", "<https://zones.example.cn/unsubscribe/abc>")],
        When = new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(8)),
    };
}
