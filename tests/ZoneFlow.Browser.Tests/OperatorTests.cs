using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>The operator's own work in a browser without scripts: a body and its person, their code, a renaming, a file with wrong cells, a revision, what was sent.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class OperatorTests(Chromium chromium) : IClassFixture<Chromium>
{
    [FactIfPresent]
    public async Task Body_RegisteredByHand_GetsItsCodeAndItsNewName()
    {
        var person = await chromium.SignInAsync("office-operator");
        await person.Window.GoAsync("/operator/parties", "60-parties");
        var add = person.Page.GetByTestId("add-party");
        await add.GetByTestId("add").ClickAsync();
        await person.SeeAsync("60-parties-refused");
        await add.GetByTestId("name").FillAsync("鞍山市知识产权局（示例）");
        await add.GetByTestId("role").SelectOptionAsync("city");
        await add.GetByTestId("region").SelectOptionAsync("鞍山市");
        await add.GetByTestId("person").FillAsync("市级经办庚");
        await add.GetByTestId("email").FillAsync("city@anshan.example");
        await add.GetByTestId("add").ClickAsync();
        await Assertions.Expect(person.Page.Locator("h1")).ToContainTextAsync("鞍山市知识产权局（示例）");
        await person.SeeAsync("60-party");
        var party = new Uri(person.Page.Url).AbsolutePath.Split('/')[^1];

        await person.Page.GetByTestId("enrol").First.ClickAsync();
        await person.SeeAsync("60-enrol-code");
        var form = person.Page.GetByTestId("enrol-form");
        await form.GetByTestId("code").FillAsync("000000");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await person.SeeAsync("60-enrol-code-refused");
        var services = chromium.Server.Services;
        var whom = (await services.GetRequiredService<Parties>().PeopleAsync(new PartyId(party), default)).Single().Person;
        var secret = (await services.GetRequiredService<Codes>().ProposedAsync(whom, default))!;
        await form.GetByTestId("code").FillAsync(TimeBasedCode.At(secret, chromium.Server.Wall.GetUtcNow()));
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(person.Page.GetByTestId("recovery-codes")).ToBeVisibleAsync();
        await person.SeeAsync("60-recovery-codes");
        await person.Page.GetByText("已交付，返回").ClickAsync();
        await Assertions.Expect(person.Page.GetByTestId("people")).ToContainTextAsync("重新启用");

        await person.Page.Locator("summary").Filter(new() { HasText = "登记更名" }).ClickAsync();
        var rename = person.Page.GetByTestId("rename");
        await rename.GetByTestId("new-name").FillAsync("鞍山市知识产权保护中心（示例）");
        await rename.GetByTestId("named-from").FillAsync("2025-05-06");
        await rename.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(person.Page.Locator("h1")).ToContainTextAsync("保护中心");
        await person.SeeAsync("60-party-renamed");
    }

    [FactIfPresent]
    public async Task File_WithWrongCells_IsShownCellByCell()
    {
        var person = await chromium.SignInAsync("office-operator");
        await person.Page.GotoAsync("/operator/import");
        await person.Page.GetByTestId("csv").FillAsync(
            """
            名称,统一社会信用代码,角色,地区,自,至,姓名,邮箱
            抚顺市知识产权局（示例）,,市级知识产权主管部门,抚顺市,2025-05-06,,经办辛,a@fushun.example
            错误的单位,123,没有的角色,,2025-13-01,,,不是邮箱
            """);
        await person.Page.GetByTestId("check").ClickAsync();
        await person.SeeAsync("61-import-checked");
        await person.Page.GetByTestId("import").ClickAsync();
        await Assertions.Expect(person.Page.GetByTestId("counts")).ToContainTextAsync("已导入1行");
        await person.SeeAsync("61-import-done");
    }

    [FactIfPresent]
    public async Task Revision_ChosenFileByFile_IsComparedAndPublished()
    {
        var person = await chromium.SignInAsync("office-operator");
        await person.Window.GoAsync("/operator/packs/publish", "62-publish");
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "jilin-2018"));
        FilePayload[] Chosen(string was, string now) =>
        [
            .. files.Select(f => new FilePayload
            {
                Name = f.Key, MimeType = "application/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(f.Value).Replace(was, now, StringComparison.Ordinal)),
            }),
        ];
        await person.Page.GetByTestId("pack").SetInputFilesAsync(Chosen("to: ", "to: nowhere-"));
        await person.Page.GetByTestId("check").ClickAsync();
        await Assertions.Expect(person.Page.GetByTestId("remarks")).ToBeVisibleAsync();
        await person.SeeAsync("62-publish-refused");

        await person.Page.GetByTestId("pack").SetInputFilesAsync(Chosen("within: 10wd", "within: 15wd"));
        await person.Page.GetByTestId("check").ClickAsync();
        await person.SeeAsync("62-publish-compared");
        await person.Page.GetByTestId("code").FillAsync(await person.CodeAsync());
        await person.Page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(person.Page.GetByTestId("published")).ToContainTextAsync("已发布");
        await person.SeeAsync("62-published");
    }

    [FactIfPresent]
    public async Task Reminders_ThatWentOut_AreListed()
    {
        await Chapters.DesignatedAsync(chromium.Server, "有提醒的集聚区", "zone-body-2", "city-dalian", "大连市");
        await chromium.Server.MoveToAsync("2025-08-20");
        await chromium.Server.SettleAsync();
        var person = await chromium.SignInAsync("office-operator");
        await person.Window.GoAsync("/operator/reminders", "63-reminders");
        Assert.Contains("有提醒的集聚区", await person.Page.GetByTestId("reminders").InnerTextAsync(), StringComparison.Ordinal);
        await person.Window.GoAsync("/worklist", "63-operator-front");
    }
}
