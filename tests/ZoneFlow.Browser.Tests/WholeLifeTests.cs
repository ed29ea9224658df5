using Microsoft.Playwright;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>Two zones' lives in a real browser with scripts off, every page looked at on a desk and on a phone.</summary>
[NeedsChromium]
public sealed class WholeLifeTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Shenyang = "沈阳知识产权服务集聚发展区";
    private const string Dalian = "大连知识产权服务集聚发展区";

    private readonly Office _office = new(chromium);

    [FactIfPresent]
    public async Task Zones_OneToOperationAndOneToRevocation_LiveTheirWholeLives()
    {
        var reader = await chromium.OpenAsync();
        await reader.GoAsync("/", "01-home-empty");
        var (city, dalian, province) = (await _office.AsAsync("city-shenyang"), await _office.AsAsync("city-dalian"), await _office.AsAsync("province"));
        var body = await _office.AsAsync("zone-body");

        await _office.ApplyAsync("zone-body", Shenyang, "沈阳市", "02");
        await city.ActByMailAsync(Shenyang, "退回补正", "03-return");
        await body.ActByMailAsync(Shenyang, "重新提交", "04-resubmit");
        await city.ActByMailAsync(Shenyang, "推荐", "05-recommend");
        await _office.EvaluateAsync(Shenyang, "06");
        await Chapters.AppliedAsync(chromium.Server, Dalian, "zone-body-2", "city-dalian", "大连市");
        await dalian.ActAsync(Dalian, "推荐");
        await _office.EvaluateAsync(Dalian);
        await _office.SitAsync("2025年第一次审议", Shenyang, Dalian);

        await ObjectAsync(reader);
        await _office.MoveToAsync("2025-05-20", "08-clock");
        await province.ActAsync(Shenyang, "异议不成立", "09-dismiss");
        await province.ActAsync(Shenyang, "发文同意设立", "10-approve", Office.Dated(_office.Today));
        await province.ActAsync(Dalian, "发文同意设立", null, Office.Dated(_office.Today));
        await reader.GoAsync("/", "11-home-designated");

        await OperateAsync(body, city, province);
        await RevokeAsync(province);
        await reader.GoAsync("/", "16-home");
        await reader.GoAsync("/announcements", "16-announcements");
        await reader.GoAsync("/notices", "16-notices");
        await reader.Page.GetByTestId("entries").Or(reader.Page.Locator("main a")).First.ClickAsync();
        await reader.LookAsync("16-notice-closed");
        await reader.GoAsync("/");
        await reader.Page.GetByTestId("register").GetByRole(AriaRole.Link, new() { Name = Dalian }).ClickAsync();
        await reader.LookAsync("16-zone-revoked");
        Assert.Contains("已撤销称号", await reader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task ObjectAsync(Window reader)
    {
        await reader.GoAsync("/notices", "07-notices");
        await reader.Page.Locator("main").GetByRole(AriaRole.Link).First.ClickAsync();
        await reader.LookAsync("07-notice");
        var form = reader.Page.GetByTestId("objection-form");
        await form.GetByTestId("object").ClickAsync();
        await reader.LookAsync("07-notice-refused");
        await form.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = Shenyang });
        await form.GetByTestId("name").FillAsync("李明");
        await form.GetByTestId("contact").FillAsync("13800000000");
        await form.GetByTestId("text").FillAsync("名单所列服务机构数量与实际不符。");
        await form.GetByTestId("object").ClickAsync();
        await reader.LookAsync("07-receipt");
    }

    private async Task OperateAsync(Person body, Person city, Person province)
    {
        await body.ActAsync(Shenyang, "报送建设方案", "12-plan");
        await city.ActAsync(Shenyang, "转报省知识产权局", "12-forward");
        foreach (var day in (string[])["2026-02-10", "2027-02-10"])
        {
            await _office.MoveToAsync(day);
            await body.ActAsync(Shenyang, "报送年度报告");
            await city.ActAsync(Shenyang, "转报省知识产权局");
        }

        await _office.MoveToAsync("2027-05-10");
        await body.ActAsync(Shenyang, "提交自评报告", "13-self-report");
        await _office.MoveToAsync("2027-06-01");
        await province.DossierAsync(Shenyang, "13-dossier");
        await province.Page.GetByTestId("ahead").Or(province.Page.Locator("main")).Locator("a[href*='/deadlines/']").First.ClickAsync();
        await province.SeeAsync("13-deadline");
        await province.ActAsync(Shenyang, "评估合格", "14-pass", Office.Dated(_office.Today));
        await body.DossierAsync(Shenyang, "14-dossier-operating");
        await body.Page.GetByTestId("letters").GetByRole(AriaRole.Link).First.ClickAsync();
        await body.SeeAsync("14-letter");
        var letter = await body.Page.GetByTestId("letter").InnerTextAsync();
        Assert.Contains(Shenyang, letter, StringComparison.Ordinal);
        Assert.Contains("2027年6月1日", letter, StringComparison.Ordinal);
    }

    private async Task RevokeAsync(Person province)
    {
        await province.ActAsync(Dalian, "启动撤销核查", "15-open", form => form.GetByLabel("提供虚假材料").CheckAsync());
        await province.ActAsync(Dalian, "情形属实", "15-founded");
        await province.ActAsync(Dalian, "送达告知书", "15-serve", Office.Dated(_office.Today));
        await (await _office.AsAsync("zone-body-2")).ActAsync(Dalian, "提交陈述申辩意见", "15-state-case");
        await province.ActAsync(Dalian, "撤销称号并公告", "15-revoke", Office.Dated(_office.Today));
        await province.DossierAsync(Dalian, "15-dossier-revoked");
    }
}
