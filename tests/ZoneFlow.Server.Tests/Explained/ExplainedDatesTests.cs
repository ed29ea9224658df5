using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Server.Tests.Scanners;

namespace ZoneFlow.Server.Tests.Explained;

/// <summary>Every date can be asked how it was computed, and says whether the text or a default set it.</summary>
public sealed partial class ExplainedDatesTests(ScannedOffice office, ITestOutputHelper output) : IClassFixture<ScannedOffice>
{
    private static readonly string[] People = ["zone-body", "zone-body-2", "city-shenyang", "city-dalian", "province"];

    private readonly DemoServer _server = office.Server;

    [Fact]
    public async Task Deadline_OfAnyCase_ExplainsItselfDayByDay()
    {
        var asked = 0;
        foreach (var id in Cases())
        {
            var province = await _server.SignInAsync("province");
            foreach (var due in DeadlinesOf(await province.GetAsync($"/api/cases/{id}")))
            {
                asked++;
                Assert.Contains(due.GetProperty("effect").GetString(), (string[])["statutory", "norm"]);
                Assert.NotEmpty(due.GetProperty("source").GetString()!);
                var explained = await province.GetAsync(due.GetProperty("explanation").GetString()!);
                var days = explained.GetProperty("days").EnumerateArray().Select(d => d.GetProperty("date").GetString()!).ToList();
                Assert.NotEmpty(days);
                Assert.Contains(due.GetProperty("last").GetString(), days);
                await PageExplainsAsync($"/cases/{id}/deadlines/{due.GetProperty("id").GetString()}", due.GetProperty("effect").GetString()!);
            }
        }

        Assert.True(asked >= 4, $"{asked}");
        output.WriteLine($"{asked} deadlines");
    }

    [Fact]
    public async Task Mail_NamingADueDate_SaysWhoSetItAndWhereItExplainsItself()
    {
        var (dated, opened) = (0, 0);
        foreach (var person in People)
        {
            var (sample, browser) = (Demo.Samples.People.First(p => p.Key == person), await _server.BrowserAsync(person));
            foreach (var mail in _server.MailsTo(sample.Email).Where(m => DueLine().IsMatch(m.Text!)))
            {
                dated++;
                Assert.Matches("（(法定|服务规范)", DueLine().Match(mail.Text!).Value);
                Assert.Matches("法定|服务规范", mail.Html!);
                var link = Assert.Single(ScannedOffice.LinksOf(mail), l => l.Contains("/deadlines/", StringComparison.Ordinal));
                var page = await browser.GetAsync(new Uri(link).PathAndQuery);
                Assert.True(page.Status == 200, $"{mail["Subject"]}: {link}: {page.Status}");
                opened++;
            }
        }

        Assert.NotEqual(0, dated);
        output.WriteLine($"{dated} mails with a due date, {opened} explanations opened");
    }

    [Fact]
    public async Task Date_OnAnyPage_SaysWhoSetIt()
    {
        var dates = 0;
        foreach (var person in People)
        {
            var browser = await _server.BrowserAsync(person);
            foreach (var path in Cases().Select(c => $"/cases/{c}").Append("/worklist").Append("/notices"))
            {
                foreach (var date in (await browser.GetAsync(path)).Html.QuerySelectorAll("[data-testid=due]"))
                {
                    dates++;
                    Assert.Matches("法定|服务规范", date.TextContent);
                    Assert.True(date.QuerySelector("a[data-testid=explain]") is not null, $"{path}: {date.TextContent}");
                }
            }
        }

        Assert.NotEqual(0, dates);
        output.WriteLine($"{dates} dates on pages");
    }

    private async Task PageExplainsAsync(string path, string effect)
    {
        var page = await (await _server.BrowserAsync("province")).GetAsync(path);
        Assert.Equal(200, page.Status);
        Assert.Contains(effect == "statutory" ? "法定" : "服务规范", page.Text, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Cases() => StoreImage.Lines(_server.DataFolder, "SELECT id FROM cases WHERE kind IN ('zone', 'round')");

    private static IEnumerable<JsonElement> DeadlinesOf(JsonElement shown) => shown.GetProperty("procedures").EnumerateArray()
        .Where(p => p.TryGetProperty("deadline", out _)).Select(p => p.GetProperty("deadline")).Concat(shown.GetProperty("duties").EnumerateArray());

    [GeneratedRegex(@"^期限[^：]*：\d{4}年.*$", RegexOptions.Multiline)]
    private static partial Regex DueLine();
}
