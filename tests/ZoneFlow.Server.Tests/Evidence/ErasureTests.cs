using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>A citizen asks for what they wrote to be deleted; and who has read what.</summary>
public sealed class ErasureTests(ProvedOffice office) : IClassFixture<ProvedOffice>
{
    private const string Name = "异议人王某某";

    [Fact]
    public async Task Deletion_CarriedOut_LeavesTheChainAndItsRootWhole_AndTheTextNowhere()
    {
        var (round, receipt) = await ObjectAsync();
        var root = await office.NextRootAsync();
        var number = (await office.Server.StateAsync(round)).Number;
        var desk = await Browser.OfAsync(office.Server, "operator");

        // Looked for, it is shown and still there.
        var found = await FindAsync(desk, number, Name);
        var boxes = found.Html.QuerySelectorAll("input[name=digest]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Single(boxes);
        Assert.Contains(Name, await ObjectionsAsync(round), StringComparison.Ordinal);

        // Without a ground, or with the text in it, nothing is deleted.
        foreach (var ground in (string[])["", $"{Name}申请删除"])
        {
            Assert.Equal(422, (await EraseAsync(desk, found, boxes, ground, "")).Status);
            Assert.Contains(Name, await ObjectionsAsync(round), StringComparison.Ordinal);
        }

        // Nor without a time-based code.
        const string Lawful = "本人申请，个人信息保护法第四十七条";
        var uncoded = await EraseAsync(desk, found, boxes, Lawful, "000000");
        Assert.Equal((403, boxes.Count), (uncoded.Status, uncoded.Html.QuerySelectorAll("[name=digest][checked]").Length));
        Assert.Contains(Name, await ObjectionsAsync(round), StringComparison.Ordinal);
        var code = await (await office.Server.SignInAsync("office-operator")).CodeAsync();
        Assert.Equal(303, (await EraseAsync(desk, found, boxes, Lawful, code)).Status);
        Assert.Equal(303, (await EraseAsync(desk, found, boxes, Lawful, code)).Status);

        var objections = await ObjectionsAsync(round);
        Assert.DoesNotContain(Name, objections, StringComparison.Ordinal);
        Assert.Contains(receipt, objections, StringComparison.Ordinal);
        Assert.Empty((await FindAsync(desk, number, Name)).Html.QuerySelectorAll("input[name=digest]"));
        Assert.Single((await desk.GetAsync("/operator/erasure")).Html.QuerySelectorAll("[data-testid=erasures] li"));

        var id = new Core.Cases.CaseId(round);
        var journal = await office.Store.JournalAsync(id, 0, int.MaxValue, default);
        Assert.Null(Chain.FirstBad(id, journal));
        var proof = (await office.Roots.OfCaseAsync(id, default))!;
        Assert.Equal((root.Tree, null), (proof.Root.Tree, proof.Fault(root.Key, root.Tree)));
        Assert.Equal(Convert.ToHexStringLower(journal[(int)proof.Leaf.Number - 1].Hash.Span), proof.Leaf.Hash);
    }

    [Fact]
    public async Task Search_ForNothingOrNobody_IsNamed()
    {
        var desk = await Browser.OfAsync(office.Server, "operator");
        Assert.Equal(422, (await FindAsync(desk, "", "张三")).Status);
        Assert.Equal(422, (await FindAsync(desk, "没有这个编号", "张三")).Status);
        Assert.Equal(422, (await FindAsync(desk, (await office.Server.StateAsync(office.Zone.Value)).Number, "张")).Status);
        Assert.Equal(200, (await FindAsync(desk, (await office.Server.StateAsync(office.Zone.Value)).Number, "查无此人")).Status);
    }

    [Fact]
    public async Task Reading_ADossier_IsWrittenDownForTheOfficeAndTheOperator()
    {
        var (city, province) = (await Browser.OfAsync(office.Server, "city-shenyang"), await Browser.OfAsync(office.Server, "province"));
        Assert.Equal(200, (await city.GetAsync($"/cases/{office.Zone}")).Status);
        Assert.Equal(200, (await city.GetAsync($"/cases/{office.Zone}")).Status);
        await (await Browser.OfAsync(office.Server, "city-dalian")).GetAsync($"/cases/{office.Zone}");

        var readings = await office.Server.Services.GetRequiredService<Readings>().AllAsync(office.Zone, 100, default);
        Assert.Single(readings, r => r.Party.Value.Contains("city-shenyang", StringComparison.Ordinal) && r.What == "Progress" && r.At > office.Server.Now.AddHours(-1));
        Assert.DoesNotContain(readings, r => r.Party.Value.Contains("city-dalian", StringComparison.Ordinal));
        Assert.Contains("沈阳", (await province.GetAsync($"/cases/{office.Zone}/readings")).Html.QuerySelector("[data-testid=readings]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await (await Browser.OfAsync(office.Server, "operator")).GetAsync("/operator/readings")).Html.QuerySelectorAll("[data-testid=readings] li"));
        Assert.Equal(403, (await city.GetAsync($"/cases/{office.Zone}/readings")).Status);
    }

    private async Task<(string Round, string Receipt)> ObjectAsync()
    {
        var life = await Chapters.NoticedAsync(office.Server, $"沈阳异议集聚区{office.Server.Now:MMdd}");
        var reader = await Browser.OfAsync(office.Server);
        var index = await reader.GetAsync("/notices");
        var path = index.Html.QuerySelectorAll("main a[href^='/notices/']").Select(a => a.GetAttribute("href")!).First(h => h.Contains(life.Round, StringComparison.Ordinal));
        var notice = await reader.GetAsync(path);
        var form = notice.Html.QuerySelector("form[data-testid=objection-form]")!;
        var answer = await reader.PostAsync(form.GetAttribute("action")!, [
            .. Browser.Hidden(notice, "form[data-testid=objection-form]"), ("entry", life.Zone), ("name", Name), ("contact", "13800000000"), ("text", "名单有误，请核查。"),
        ]);
        Assert.True(answer.Status is 200 or 303, answer.Text);
        await office.Server.SettleAsync();
        return (life.Round, "名单有误，请核查。");
    }

    private async Task<string> ObjectionsAsync(string round) =>
        (await (await Browser.OfAsync(office.Server, "province")).GetAsync($"/cases/{round}")).Text;

    private static async Task<Page> FindAsync(Browser desk, string number, string words)
    {
        var page = await desk.GetAsync("/operator/erasure");
        return await desk.PostAsync("/operator/erasure", [.. Browser.Hidden(page, "form[data-testid=erasure-search]"), ("number", number), ("words", words)]);
    }

    private static Task<Page> EraseAsync(Browser desk, Page found, IEnumerable<string> digests, string ground, string code) => desk.PostAsync(
        "/operator/erasure/carried-out", [.. Browser.Hidden(found, "form[data-testid=erasure-form]"), .. digests.Select(d => ("digest", d)), ("ground", ground), ("code", code)]);
}
