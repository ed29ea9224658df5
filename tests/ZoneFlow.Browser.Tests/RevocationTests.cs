using Microsoft.Playwright;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>A designated zone's way to 撤销 in a real browser with scripts off.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class RevocationTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Dalian = "大连知识产权服务集聚发展区";

    private readonly Office _office = new(chromium);

    [FactIfPresent]
    public async Task Zone_FoundToHaveCheated_IsHeardAndRevoked()
    {
        await Chapters.DesignatedAsync(chromium.Server, Dalian, "zone-body-2", "city-dalian", "大连市");
        var province = await _office.AsAsync("province");

        await province.ActAsync(Dalian, "启动撤销核查", "15-open", form => form.GetByLabel("提供虚假材料").CheckAsync());
        await province.ActAsync(Dalian, "情形属实", "15-founded");
        await province.ActAsync(Dalian, "送达告知书", "15-serve", Office.Dated(_office.Today));
        await (await _office.AsAsync("zone-body-2")).ActAsync(Dalian, "提交陈述申辩意见", "15-state-case");
        await province.ActAsync(Dalian, "撤销称号并公告", "15-revoke", Office.Dated(_office.Today));
        await province.DossierAsync(Dalian, "15-dossier-revoked");

        var reader = await chromium.OpenAsync();
        await reader.GoAsync("/");
        await reader.Page.GetByTestId("register").GetByRole(AriaRole.Link, new() { Name = Dalian }).ClickAsync();
        await reader.LookAsync("16-zone-revoked");
        Assert.Contains("已撤销称号", await reader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
