using AngleSharp.Html.Parser;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Emails;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Emails;

public sealed class MailRendererTests
{
    private const string Link = "https://zones.example.cn/l/AbC_d-9?a=1&b=2";

    private const string Office = "辽宁省知识产权局";

    private static readonly MailCase Case = new("LN-2026-0007", "沈阳浑南知识产权服务业集聚区", Given.Policy);

    private static readonly MailDate Due = new(new DateOnly(2026, 3, 12), Given.Norm, true, "https://zones.example.cn/deadlines/1");

    private static readonly Label Procedure = new("申报与设立", "Application");

    private static readonly Label Stage = new("市级审核推荐", "City's review");

    private static readonly Label Asked = new("请审核并推荐。", "Please review.");

    private static readonly Dictionary<string, MailModel> Mails = new()
    {
        ["task"] = new TaskMail(Office, Given.Hostile, "沈阳市知识产权局", "024-1", Case, Procedure, Stage, Asked, Due, Link, "材料不全"),
        ["task-bare"] = new TaskMail(Office, "周敏", "沈阳市知识产权局", null, Case, Procedure, Stage, Asked, null, Link, null),
        ["reminder"] = new ReminderMail(Office, "周敏", "沈阳市知识产权局", "024-1", Case, Procedure, Stage, Asked, Due, 0, Link),
        ["overdue"] = new OverdueMail(Office, "周敏", "沈阳市知识产权局", "024-1", Case, Procedure, Stage, "园区", Due with { Source = Given.Text }, Link),
        ["escalation"] = new EscalationMail(Office, "周敏", "沈阳市知识产权局", "024-1", Case, Procedure, Stage, "园区", Due, Link),
        ["letter"] = new LetterMail(Office, "周敏", "沈阳市知识产权局", "024-1", Case, new Label("补正通知", "Corrections"), [Given.Hostile, "第二段"], ["Second."], Link),
        ["result"] = new ResultMail(Office, "周敏", "沈阳市知识产权局", "024-1", Case, new Label("同意设立", "Designated"), new Label("报送建设方案"), Link),
        ["alert"] = new AlertMail(Office, "管理员", "系统管理", null, new Label("暂停的卷宗", "Parked cases"), new Label(Given.Hostile, "1"), true, Link),
        ["alert-bare"] = new AlertMail(Office, "管理员", "系统管理", "024-1", new Label("工作日历", "Working calendar"), new Label("已公布至2026-12-31"), false, Link),
        ["watch"] = new WatchMail(
            Office, "周敏", "沈阳市知识产权局", "024-1", Case, new Label("机构名录", "Agencies"), new Label("未达到“10家以上”：机构数量为9。", "\"At least 10\" is not met: 9."), new DateOnly(2026, 3, 12), Given.Hostile, Link),
        ["infected"] = new InfectedMail("辽宁省知识产权局", "周敏", "沈阳市知识产权局", "024-1", "Eicar-Test", Link),
        ["sign-in"] = new SignInMail(Office, "周敏", "沈阳市知识产权局", "024-1", Link, 30),
    };

    public static TheoryData<string> Names => [.. Mails.Keys];

    [Fact]
    public void Mails_EveryKind_IsTried() => Assert.Empty(
        typeof(MailModel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MailModel))).Except(Mails.Values.Select(m => m.GetType())));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyMail_HasItsLinkOnceInEachPart(string name)
    {
        var mail = await MailRenderer.RenderAsync(Mails[name]);
        var html = new HtmlParser().ParseDocument(mail.Html);

        Assert.Equal(2, mail.Text.Split(Link).Length);
        Assert.Single(html.QuerySelectorAll("a"), a => a.GetAttribute("href") == Link);
        Assert.DoesNotContain(Link, html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyMail_FetchesNothingAndRunsNothing(string name)
    {
        var html = new HtmlParser().ParseDocument((await MailRenderer.RenderAsync(Mails[name])).Html);

        Assert.Empty(html.QuerySelectorAll("script, img, link, iframe, form, object, [src], [background]"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyMail_NamesAddresseeAndOfficeInPlainText(string name)
    {
        var mail = await MailRenderer.RenderAsync(Mails[name]);

        Assert.StartsWith(Mails[name].Addressee, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Office, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("&#", mail.Text, StringComparison.Ordinal);
        Assert.NotEqual("", mail.Subject);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    [Theory]
    [InlineData("task", "服务规范，暂定")]
    [InlineData("overdue", "法定，第九条")]
    public async Task Rendering_ADate_SaysItsSourceAndWhereItIsExplained(string name, string word)
    {
        var mail = await MailRenderer.RenderAsync(Mails[name]);

        Assert.Contains(word, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Due.Explain!, mail.Text, StringComparison.Ordinal);
        Assert.Contains(word, new HtmlParser().ParseDocument(mail.Html).Body!.TextContent, StringComparison.Ordinal);
    }
}
