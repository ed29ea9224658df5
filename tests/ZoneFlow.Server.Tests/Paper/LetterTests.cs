using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>Letters over real HTTP: numbered once, kept as issued, corrected by another, drawn up only when they may be.</summary>
public sealed class LetterTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Letter_Numbered_IsKeptByteForByte_AndItsCorrectionTakesItsPlace()
    {
        var life = await Chapters.DesignatedAsync(server, "文号集聚区");
        var office = await Browser.OfAsync(server, "province");
        var letter = await LetterAsync(office, life.Zone, "批复");

        var draft = await office.GetAsync($"{letter}/paper");
        Assert.Contains("〔　　　　〕", draft.Html.QuerySelector(".number")!.TextContent, StringComparison.Ordinal);
        var typed = Browser.Hidden(await office.GetAsync(letter), "[data-testid=number-form]").Append(("number", "辽知发[2025]7号")).ToList();
        Assert.Equal(302, (await office.PostAsync($"{letter}/number", typed)).Status);
        // A second click is answered as the first was.
        Assert.Equal(302, (await office.PostAsync($"{letter}/number", typed)).Status);
        var page = await office.GetAsync(letter);
        Assert.Equal("辽知发〔2025〕7号", page.Html.QuerySelector("[data-testid=number]")!.TextContent);
        var facts = page.Html.QuerySelector("[data-testid=kept]")!.TextContent;
        var bytes = await office.Client.GetByteArrayAsync($"{letter}/paper");
        Assert.Contains("辽知发〔2025〕7号", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), facts, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await office.Client.GetByteArrayAsync($"{letter}/docx"))), facts, StringComparison.Ordinal);
        var state = await server.StateAsync(life.Zone);
        Assert.Contains(state.Pack.Hash, facts, StringComparison.Ordinal);
        var rule = ShippedPacks.Load("liaoning-2025").Pack!.Letters["approval"];
        Assert.Contains(LetterPapersOfCases.TemplateRevision(rule), facts, StringComparison.Ordinal);
        Assert.NotEqual(LetterPapersOfCases.TemplateRevision(rule), LetterPapersOfCases.TemplateRevision(rule with { Body = new Label(rule.Body.Zh + "。", rule.Body.En) }));
        Assert.Null(page.Html.QuerySelector("[data-testid=number-form]"));

        // Who it was written to takes another name later: the letter stays as it was issued.
        await server.Services.GetRequiredService<Registrar>().RenameAsync(
            new SignalId("rename-kept"), Actor.System, state.ApplicantParties.First(), "沈阳高新技术产业开发区管理委员会（新）", CivilDate.Of(server.Now), default);
        Assert.Equal(bytes, await office.Client.GetByteArrayAsync($"{letter}/paper"));

        var form = Browser.Hidden(page, "[data-testid=correction-form]");
        var corrected = await office.PostAsync($"{letter}/correction", [.. form, ("value.dated", "2025-06-19")]);
        Assert.Equal(302, corrected.Status);
        var next = corrected.Answer.Headers.Location!.ToString();
        Assert.NotEqual(letter, next);
        Assert.NotNull((await office.GetAsync(letter)).Html.QuerySelector("[data-testid=superseded] a"));
        Assert.Equal(bytes, await office.Client.GetByteArrayAsync($"{letter}/paper"));
        var second = await office.GetAsync($"{next}/paper");
        Assert.Contains("本文书更正并替代", second.Text, StringComparison.Ordinal);
        Assert.Contains("辽知发〔2025〕7号", second.Text, StringComparison.Ordinal);
        Assert.Contains("2025年6月19日", second.Text, StringComparison.Ordinal);

        // One number, one letter; and what is superseded is done with.
        var taken = await office.PostAsync($"{next}/number", [.. Browser.Hidden(await office.GetAsync(next), "[data-testid=number-form]"), ("number", "辽知发〔2025〕7号")]);
        Assert.Equal("document-number-taken", Rule(taken));
        Assert.Null((await office.GetAsync(next)).Html.QuerySelector("[data-testid=kept]"));
        Assert.Null((await office.GetAsync(letter)).Html.QuerySelector("[data-testid=correction-form]"));
    }

    // The list that a notice would print: nothing on it is refused at the meeting already.
    [Fact]
    public async Task Notice_OfAnEmptyList_IsRefusedAndNothingIssued()
    {
        var province = await server.SignInAsync("province");
        var round = (await province.SendAsync(HttpMethod.Post, "/api/rounds", new { policy = "liaoning-2025", title = "空名单批次" }, 201)).GetProperty("id").GetString()!;
        await province.ActAsync(round, "convene");
        var before = (await server.StateAsync(round)).Version;

        await province.ActAsync(round, "decide", new { list = Array.Empty<string>() }, status: 422);

        Assert.Equal(before, (await server.StateAsync(round)).Version);
        Assert.Empty((await (await Browser.OfAsync(server, "province")).GetAsync($"/cases/{round}")).Html.QuerySelectorAll("[data-testid=letters] a"));
    }

    [Fact]
    public async Task Name_OfMoreThan120Characters_IsRefusedAndNothingOpened()
    {
        var body = await server.SignInAsync("zone-body");
        var longest = string.Concat(Enumerable.Repeat("集聚区名称十字整整十字", 11))[..120];

        await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = longest + "长", region = "沈阳市" }, 422);
        await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = longest, region = "沈阳市" }, 201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("辽知发2025年7号")]
    [InlineData("辽知发〔2025〕007号")]
    [InlineData("〔2025〕7号")]
    public async Task Number_NotAsTheStandardWritesIt_IsRefusedAndNothingKept(string number)
    {
        var life = await Chapters.AppliedAsync(server, $"错号{number.Length}集聚区");
        await life.City.ActAsync(life.Zone, "recommend");
        var city = await Browser.OfAsync(server, "city-shenyang");
        var letter = await LetterAsync(city, life.Zone, "推荐");

        var refused = await city.PostAsync($"{letter}/number", [.. Browser.Hidden(await city.GetAsync(letter), "[data-testid=number-form]"), ("number", number)]);

        Assert.Equal("document-number", Rule(refused));
        Assert.Null((await city.GetAsync(letter)).Html.QuerySelector("[data-testid=kept]"));
    }

    [Fact]
    public async Task Letter_AskedForBeforeItsDecision_IsRefusedAndNothingIssued()
    {
        var life = await Chapters.AppliedAsync(server, "早证集聚区");
        var office = await Browser.OfAsync(server, "province");
        var dossier = await office.GetAsync($"/cases/{life.Zone}");
        var before = (await server.StateAsync(life.Zone)).Version;
        var city = await Browser.OfAsync(server, "city-shenyang");
        var form = Browser.Hidden(await city.GetAsync($"/cases/{life.Zone}"), "[data-testid=draw-letter]");

        foreach (var template in new[] { "certificate", "announcement", "ending", "nonsense" })
        {
            var signal = form.Where(f => f.Name is "nonce" or "signal").Take(2);
            var refused = await city.PostAsync($"/cases/{life.Zone}/letters", [.. signal, ("template", template)]);
            Assert.Contains(Rule(refused), new[] { "letter-too-early", "not-yours" });
        }

        Assert.Equal(before, (await server.StateAsync(life.Zone)).Version);
        Assert.DoesNotContain("牌匾", dossier.Html.QuerySelector("[data-testid=draw-letter]")?.TextContent ?? "", StringComparison.Ordinal);
        var acceptance = await city.PostAsync($"/cases/{life.Zone}/letters", [.. form.Take(2), ("template", "acceptance-notice")]);
        Assert.Equal(302, acceptance.Status);
        Assert.Contains("受理通知书", (await city.GetAsync(acceptance.Answer.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_OfAnotherOffice_IsNotTheApplicantsToNumber()
    {
        var life = await Chapters.AppliedAsync(server, "无权集聚区");
        await life.City.ActAsync(life.Zone, "recommend");
        var body = await Browser.OfAsync(server, "zone-body");
        var letter = await LetterAsync(body, life.Zone, "推荐");

        Assert.Null((await body.GetAsync(letter)).Html.QuerySelector("[data-testid=number-form]"));
    }

    internal static async Task<string> LetterAsync(Browser reader, string zone, string title) =>
        (await reader.GetAsync($"/cases/{zone}")).Html.QuerySelectorAll("[data-testid=letters] a").First(a => a.TextContent.Contains(title, StringComparison.Ordinal)).GetAttribute("href")!;

    internal static string? Rule(Page page) => page.Html.QuerySelector("[data-rule]")?.GetAttribute("data-rule");
}
