using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Plans;

/// <summary>A zone's list of agencies by page, by spreadsheet and by JSON: nothing half in, counted once each, and told when it falls short.</summary>
public sealed class RosterOverHttpTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Head = "统一社会信用代码,名称,入驻日期,退出日期,集聚方式,服务内容\r\n";

    [Fact]
    public async Task Agencies_ByTable_ThenOneLeaves_AndTheProvinceIsTold()
    {
        var zone = (await Chapters.DesignatedAsync(server, "名录集聚区")).Zone;
        var path = $"/cases/{zone}/rosters/agencies";
        var (body, province) = (await Browser.OfAsync(server, "zone-body"), await Browser.OfAsync(server, "province"));
        Assert.Equal(path, (await body.GetAsync($"/cases/{zone}")).Html.QuerySelector("[data-testid=roster-link]")!.GetAttribute("href"));
        Assert.Null((await province.GetAsync(path)).Html.QuerySelector("[data-testid=import-form]"));
        Assert.Equal(404, (await body.GetAsync($"/cases/{zone}/rosters/companies")).Status);

        var table = Head + string.Concat(Enumerable.Range(1, 10).Select(i => Row(i, ""))) + Row(1, "") + "911,坏行,2024-01-01,,物理性集聚,\r\n";
        var read = await ReadAsync(body, path, table);
        Assert.Equal("A13", read.Html.QuerySelector("[data-testid=row-wrong]")!.Closest("tr")!.QuerySelector("td")!.TextContent.Trim());
        Assert.Contains("有误1行，入驻10行，重复1行", read.Html.QuerySelector("[data-testid=import-result]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await server.StateAsync(zone)).Rosters);

        var take = Browser.Hidden(read, "form[data-testid=take-form]").Append(("do", "file")).ToList();
        Assert.Equal(403, (await province.PostAsync($"{path}/taken", take)).Status);
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(302, (await body.PostAsync($"{path}/taken", take)).Status);
            Assert.Equal(10, (await server.StateAsync(zone)).Rosters["agencies"].Now.Counts["physical"]);
        }

        Assert.Single(await Store.RowsAsync(new CaseId(zone), RowKinds.Roster, default));
        Assert.Null((await ReadAsync(body, path, table)).Html.QuerySelector("[data-testid=take-form]"));
        var members = await body.Client.GetByteArrayAsync($"{path}/members.csv");
        Assert.Equal(11, Encoding.UTF8.GetString(members).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var leaves = await ReadAsync(body, path, Head + Row(1, server.Now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", null)));
        Assert.Equal(302, (await body.PostAsync($"{path}/taken", [.. Browser.Hidden(leaves, "form[data-testid=take-form]"), ("do", "file")])).Status);
        await server.SettleAsync();
        Assert.Equal("agencies", Assert.Single((await server.StateAsync(zone)).Rosters["agencies"].Now.Unmet));
        var mail = server.MailsTo(Demo.Samples.People.First(p => p.Key == "province").Email)[^1];
        Assert.Contains("名录集聚区：知识产权服务机构名录计数低于条件", mail["Subject"]!, StringComparison.Ordinal);
        Assert.Contains($"{server.Address}{path}", mail.Text!, StringComparison.Ordinal);
        Assert.Contains("未达到", (await province.GetAsync(path)).Html.QuerySelector("[data-testid=watched]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agencies_ByJson_AreCountedForTheApplication_AndABadOneNamesItsField()
    {
        var person = await server.SignInAsync("zone-body");
        var zone = (await person.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "接口名录集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await person.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        var path = $"/api/cases/{zone}/rosters/agencies";
        var good = new { code = Code(1), name = "机构1", from = "2024-01-01", values = new { gathering = "物理性集聚" } };

        var wrong = await person.SendAsync(HttpMethod.Post, path, new { members = new object[] { good, new { code = "911", name = "坏", from = "2024-02-30", values = new { gathering = "别的", other = 1 } } } }, 422);
        Assert.Equal(["2.from", "2.other"], wrong.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        var stands = await person.SendAsync(HttpMethod.Post, path, new { members = new[] { good } });
        Assert.Equal(1, stands.GetProperty("counts").GetProperty("physical").GetInt32());
        Assert.Equal(["agencies", "physical"], stands.GetProperty("unmet").EnumerateArray().Select(u => u.GetString()));
        Assert.Equal(good.code, (await person.GetAsync(path)).GetProperty("members")[0].GetProperty("code").GetString());

        var form = await (await Browser.OfAsync(server, "zone-body")).GetAsync($"/cases/{zone}/form");
        Assert.Equal("1", form.Html.QuerySelector("input[name=physical]")!.GetAttribute("value"));
        Assert.Equal(JsonValueKind.Array, (await person.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = new { physical = 9 } }, 422)).GetProperty("errors").ValueKind);
    }

    private ICaseStore Store => server.Services.GetRequiredService<ICaseStore>();

    private static string Row(int i, string left) => $"{Code(i)},机构{i},2024-01-01,{left},物理性集聚,代理\r\n";

    private static string Code(int i)
    {
        var body = $"91210100MA{i:D7}";
        return body + SocialCreditCode.CheckOf(body);
    }

    private static async Task<Page> ReadAsync(Browser body, string path, string csv)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Hidden(await body.GetAsync(path), "form[data-testid=import-form]"))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "table.roster", "roster.csv");
        return await Browser.ReadAsync(await body.Client.PostAsync(path, form));
    }
}
