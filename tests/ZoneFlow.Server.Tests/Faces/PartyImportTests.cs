using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>Parties from a file, and what changes in a party over the years.</summary>
public sealed class PartyImportTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Heading = "名称,统一社会信用代码,角色,地区,自,至,姓名,邮箱\n";
    private const string File = Heading +
        "鞍山市知识产权局（示例）,,市级知识产权主管部门,鞍山市,2025-05-06,,经办丁,a@anshan.example\n" +
        "\"鞍山\"\"高新\"\"区,管委会\",91210300MA0000001X,建设主体,,,,经办戊,b@anshan.example\n" +
        "错误的单位,123,没有的角色,,2025-13-01,,,不是邮箱\n" +
        "抚顺市知识产权局（示例）,,市级知识产权主管部门,,,,经办己,c@fushun.example\n";

    [Fact]
    public async Task Import_OfAnotherPolicysRoles_TakesTheirNamesAndUnits()
    {
        var office = await Browser.OfAsync(server, "office-operator");
        var looked = await CheckAsync(
            office,
            Heading + "泉山领导小组,,试验区工作领导小组,,2025-01-01,,领导甲,a@quanshan.example\n" +
            "泉山区市场局,,承担单位,泉山区人民政府,2025-01-01,,单位甲,b@quanshan.example\n" +
            "泉山区政府,,泉山区人民政府,,2025-01-01,,区甲,c@quanshan.example\n" +
            "没有的单位,,承担单位,不存在的单位,2025-01-01,,单位乙,d@quanshan.example\n");

        await office.PostAsync("/operator/import", [.. Browser.Hidden(looked, "[data-testid=import-confirm]")]);

        var parties = server.Services.GetRequiredService<Parties>();
        Assert.Equal("泉山区市场局", Assert.Single(await parties.HoldersAsync("unit", "quanshan", default)).Name);
        Assert.Contains(await parties.HoldersAsync("leading-group", null, default), h => h.Name == "泉山领导小组");
        Assert.Contains(await parties.HoldersAsync("district", null, default), h => h.Name == "泉山区政府");
        Assert.Equal(["地区"], looked.Html.QuerySelectorAll("[data-testid=import-lines] .wrong-cell").Select(c => c.GetAttribute("data-label")));
        Assert.Contains("泉山区人民政府", (await office.GetAsync("/operator/parties?q=" + Uri.EscapeDataString("泉山区市场局"))).Html.QuerySelector("[data-testid=parties]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_LookedAtFirst_NamesEachWrongCellAndTakesTheRestOnce()
    {
        var office = await Browser.OfAsync(server, "office-operator");
        var looked = await CheckAsync(office, File);

        Assert.Equal(200, looked.Status);
        var rows = looked.Html.QuerySelectorAll("[data-testid=import-lines] tbody tr").ToDictionary(r => r.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(["代码", "角色", "自", "姓名", "邮箱"], rows["4"].QuerySelectorAll(".wrong-cell").Select(c => c.GetAttribute("data-label")!.Replace("统一社会信用", "", StringComparison.Ordinal)));
        Assert.Equal(["地区"], rows["5"].QuerySelectorAll(".wrong-cell").Select(c => c.GetAttribute("data-label")));
        Assert.Contains("登记主体", rows["2"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("鞍山", await ListAsync(office), StringComparison.Ordinal);

        var done = await office.PostAsync("/operator/import", [.. Browser.Hidden(looked, "[data-testid=import-confirm]")]);

        Assert.Contains("已导入2行", done.Html.QuerySelector("[data-testid=counts]")!.TextContent, StringComparison.Ordinal);
        var list = await ListAsync(office);
        Assert.Contains("鞍山\"高新\"区,管委会", list, StringComparison.Ordinal);
        Assert.DoesNotContain("错误的单位", list, StringComparison.Ordinal);
        var again = await CheckAsync(office, File);
        Assert.All(again.Html.QuerySelectorAll("[data-testid=import-lines] tbody tr").Skip(2), r => Assert.Contains("已登记", r.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(await (await Browser.OfAsync(server)).Client.GetStringAsync("/sign-in"));
        Assert.Single(await server.Services.GetRequiredService<Parties>().HoldersAsync("city", "鞍山市", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,code\n1,2")]
    [InlineData("\uFFFD\uFFFD,\uFFFD\n")]
    public async Task Import_OfNoSuchFile_SaysWhatIsWrong(string text)
    {
        var page = await CheckAsync(await Browser.OfAsync(server, "office-operator"), text);

        Assert.Equal(422, page.Status);
        Assert.NotNull(page.Html.QuerySelector("[data-testid=refusal]"));
        Assert.Null(page.Html.QuerySelector("[data-testid=import-lines]"));
    }

    [Fact]
    public async Task Party_RenamedAndLeftByAPerson_ShowsBothAndLetsNobodyIn()
    {
        var office = await Browser.OfAsync(server, "office-operator");
        const string path = "/operator/parties/party-city-dalian";
        var gone = await Browser.OfAsync(server, "city-dalian");
        Assert.Equal(200, (await gone.GetAsync("/worklist")).Status);

        await FormAsync("rename", ("new-name", "大连市市场监督管理局（示例）"), ("named-from", "2025-05-06"));
        await FormAsync("end-role", ("held", "city|大连市"), ("last", "2025-05-05"), expect: 422);
        await FormAsync("end-role", ("held", "city|大连市"), ("last", "2025-05-06"));
        var page = await office.GetAsync(path);
        Assert.Contains("大连市市场监督管理局（示例）", page.Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("大连市知识产权局（示例）", page.Html.QuerySelector("[aria-labelledby=names]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("至2025年5月6日止", page.Html.QuerySelector("[aria-labelledby=roles]")!.TextContent, StringComparison.Ordinal);
        var removal = page.Html.QuerySelector("form:has([data-testid=remove])")!.GetAttribute("action")!;
        Assert.Equal(303, (await office.PostAsync(removal, Browser.Hidden(page, "form:has([data-testid=remove])"))).Status);

        Assert.Equal(302, (await gone.GetAsync("/worklist")).Status);

        async Task FormAsync(string form, (string, string) first, (string, string) second, int expect = 303)
        {
            var shown = await office.GetAsync(path);
            var answer = await office.PostAsync(
                shown.Html.QuerySelector($"[data-testid={form}]")!.GetAttribute("action")!, [.. Browser.Hidden(shown, $"[data-testid={form}]"), first, second]);
            Assert.Equal(expect, answer.Status);
        }
    }

    private static async Task<Page> CheckAsync(Browser office, string text) => await office.PostAsync(
        "/operator/import/check", [.. Browser.Hidden(await office.GetAsync("/operator/import"), "[data-testid=import-form]"), ("csv", text)]);

    private static async Task<string> ListAsync(Browser office) => (await office.GetAsync("/operator/parties")).Html.QuerySelector("[data-testid=parties]")!.TextContent;
}
