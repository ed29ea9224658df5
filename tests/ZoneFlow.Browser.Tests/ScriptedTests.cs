using Microsoft.Playwright;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>What the one script adds where it may run: conditions judged while the form is typed, and how far an upload is.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class ScriptedTests(Chromium chromium) : IClassFixture<Chromium>
{
    [FactIfPresent]
    public async Task Criteria_WhileTheFormIsTyped_AreJudgedByTheServerAndNotSaved()
    {
        var body = await chromium.SignInAsync("zone-body", scripts: true);
        var zone = await OpenAsync("随填随核的集聚区");
        await body.Page.GotoAsync($"/cases/{zone}/form");
        var area = body.Page.GetByTestId("criterion-area").Or(body.Page.GetByTestId("criteria").Locator("li").Filter(new() { HasText = "核心区面积" })).First;
        await Assertions.Expect(area).ToHaveAttributeAsync("data-standing", "Met");

        await body.Page.GetByTestId("field-core-area").Locator("input").FillAsync("300");
        await Assertions.Expect(area).ToHaveAttributeAsync("data-standing", "Unmet");
        await Assertions.Expect(body.Page.Locator("#criteria-said")).ToContainTextAsync("未达到1项");
        await body.SeeAsync("50-form-as-typed");

        await body.Page.GetByTestId("field-core-area").Locator("input").FillAsync("900");
        await Assertions.Expect(area).ToHaveAttributeAsync("data-standing", "Met");
        await body.Page.ReloadAsync();
        Assert.Equal("800", await body.Page.GetByTestId("field-core-area").Locator("input").InputValueAsync());
    }

    [FactIfPresent]
    public async Task Upload_WithTheScript_ShowsHowFarItIsAndEndsAtTheReceipt()
    {
        var body = await chromium.SignInAsync("zone-body", scripts: true);
        var zone = await OpenAsync("上传有进度的集聚区");
        await body.DossierAsync("上传有进度的集聚区");
        await body.ChooseAsync("提交申报");
        var said = new List<string>();
        await body.Page.ExposeFunctionAsync("saw", (string text) => said.Add(text));
        await body.Page.EvaluateAsync(
            """
            () => new MutationObserver(() => { const s = document.querySelector('.uploading span'); if (s) window.saw(s.textContent); })
              .observe(document.body, { subtree: true, childList: true, characterData: true })
            """);
        var form = body.Page.GetByTestId("action-form");
        await ChooseAsync(form, "application-form", "not a document"u8.ToArray());
        await ChooseAsync(form, "draft-plan", Papers.Pdf("方案"));
        await Assertions.Expect(form).ToContainTextAsync("已选 draft-plan.pdf");
        await form.GetByTestId("confirm").ClickAsync();

        // Refused: the page says so beside the field, at the same address, and can be sent again.
        await Assertions.Expect(body.Page.GetByTestId("slot-application-form")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("has-error"));
        await body.SeeAsync("50-upload-refused");
        form = body.Page.GetByTestId("action-form");
        await ChooseAsync(form, "application-form", Papers.Pdf("申报书"));
        await ChooseAsync(form, "draft-plan", Papers.Pdf("方案"));
        await form.GetByTestId("confirm").ClickAsync();
        await body.Page.GetByTestId("done").WaitForAsync();

        Assert.Contains("/done/", body.Page.Url, StringComparison.Ordinal);
        Assert.Contains(said, s => s.StartsWith("正在上传", StringComparison.Ordinal));
        var receipt = await body.Page.Locator("main").InnerTextAsync();
        Assert.Contains(ContentHashOf(Papers.Pdf("申报书")), receipt, StringComparison.Ordinal);
        Assert.Equal("applying", (await chromium.Server.StateAsync(zone)).Standing);
        await body.SeeAsync("50-receipt");
    }

    private static Task ChooseAsync(ILocator form, string slot, byte[] content) => form.Locator($"input[name='file.{slot}']").SetInputFilesAsync(
        new FilePayload { Name = $"{slot}.pdf", MimeType = "application/pdf", Buffer = content });

    private static string ContentHashOf(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private async Task<string> OpenAsync(string name)
    {
        var applicant = await chromium.Server.SignInAsync("zone-body");
        var zone = (await applicant.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await applicant.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        return zone;
    }
}
