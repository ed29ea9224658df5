using Microsoft.Playwright;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>A zone's life from drafting to 运行期 in a real browser with scripts off, an objection on the way.</summary>
[NeedsChromium, NeedsFullRun]
public sealed class WholeLifeTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Shenyang = "沈阳知识产权服务集聚发展区";

    private readonly Office _office = new(chromium);

    [FactIfPresent]
    public async Task Zone_FromDraftingToOperation_LivesItsWholeLife()
    {
        var reader = await chromium.OpenAsync();
        await reader.GoAsync("/", "01-home-empty");
        var (city, province) = (await _office.AsAsync("city-shenyang"), await _office.AsAsync("province"));
        var body = await _office.AsAsync("zone-body");

        await _office.ApplyAsync("zone-body", Shenyang, "沈阳市", "02");
        await city.ActByMailAsync(Shenyang, "退回补正", "03-return");
        await body.ActByMailAsync(Shenyang, "重新提交", "04-resubmit");
        await city.ActByMailAsync(Shenyang, "推荐", "05-recommend");
        await _office.EvaluateAsync(Shenyang, "06");
        await _office.SitAsync("2025年第一次审议", Shenyang);

        await ObjectAsync(reader);
        await _office.MoveToAsync("2025-05-20", "08-clock");
        await province.ActAsync(Shenyang, "异议不成立", "09-dismiss");
        await province.ActAsync(Shenyang, "发文同意设立", "10-approve", Office.Dated(_office.Today));
        await reader.GoAsync("/", "11-home-designated");

        await OperateAsync(body, city, province);
        await reader.GoAsync("/", "16-home");
        await reader.GoAsync("/announcements", "16-announcements");
        await reader.GoAsync("/notices", "16-notices");
        await reader.Page.GetByTestId("entries").Or(reader.Page.Locator("main a")).First.ClickAsync();
        await reader.LookAsync("16-notice-closed");
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
}
