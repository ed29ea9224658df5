using System.Text;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Server.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ZoneFlow.Server.Tests.Calendars;

/// <summary>The operator's calendar page over real HTTP: what would move is seen first, then it moves.</summary>
public sealed class CalendarPageTests(DemoServer server) : IClassFixture<DemoServer>
{
    // The day of the week after the notice's end is made a rest day: a notice of a made-up year is enough to move it.
    private const string Change2025 = """
        calendar: cn
        revisions:
          - id: 2025-04-30
            year: 2025
            replaces: 2024-11-12
            notice: 国办发明电〔2025〕3号
            published: 2025-04-30
            holidays:
              - {festival: 端午节, from: 2025-05-20, to: 2025-06-02}
        """;

    [Fact]
    public async Task Notice_PastedOrChosen_ListsWhatMovesAndMovesItOnceConfirmed()
    {
        var zone = (await Chapters.AppliedAsync(server, "沈阳日历集聚区")).Zone;
        var was = await LastAsync(zone);
        var operators = await Browser.OfAsync(server, "operator");
        var page = await operators.GetAsync("/operator/calendar");
        var hidden = Browser.Hidden(page, "form[data-testid=plan]");

        var wrong = await operators.PostAsync("/operator/calendar/plan", [.. hidden, ("yaml", Change2025.Replace("2025-06-02", "2025-06-31", StringComparison.Ordinal))]);
        Assert.Equal(422, wrong.Status);
        Assert.Contains("calendar.yaml:9", wrong.Html.QuerySelector("[data-testid=refusal]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-06-31", wrong.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var chosen = await ChooseAsync(operators, hidden);
        Assert.Equal(200, chosen.Status);
        Assert.Contains("沈阳日历集聚区", chosen.Html.QuerySelector("[data-testid=moves]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(was, await LastAsync(zone));

        var confirm = Browser.Hidden(chosen, "form[data-testid=confirm]");
        Assert.Contains(confirm, h => h.Name == "yaml" && h.Value.Contains("2025-04-30", StringComparison.Ordinal));
        var loaded = await operators.PostAsync("/operator/calendar/load", confirm);
        Assert.Equal(200, loaded.Status);
        Assert.Contains("已载入", loaded.Html.QuerySelector("[data-testid=said]")!.TextContent, StringComparison.Ordinal);
        Assert.True(await LastAsync(zone) > was);
        var journal = (await (await Browser.OfAsync(server, "province")).GetAsync($"/cases/{zone}")).Text;
        Assert.Contains("节假日安排有变", journal, StringComparison.Ordinal);

        var again = await operators.PostAsync("/operator/calendar/plan", [.. hidden, ("yaml", Change2025)]);
        Assert.Contains("已经载入，没有变动", again.Html.QuerySelector("[data-testid=said]")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await server.Services.GetRequiredService<LivingCalendar>().ShelfAsync(default)).Revisions, r => r.Id == "2025-04-30");
    }

    [Fact]
    public async Task Year_AsOfADate_ShowsWhatWasKnown()
    {
        var operators = await Browser.OfAsync(server, "operator");
        Assert.Contains("2020年1月30日", Days(await operators.GetAsync("/operator/calendar?year=2020&as-of=2020-01-25")), StringComparison.Ordinal);
        Assert.Contains("2020年2月2日", Days(await operators.GetAsync("/operator/calendar?year=2020&as-of=2020-01-26")), StringComparison.Ordinal);
        Assert.Contains("按惯例预计", (await operators.GetAsync("/operator/calendar?year=2040")).Text, StringComparison.Ordinal);
    }

    private static string Days(Page page) => page.Html.QuerySelector("[data-testid=days]")!.TextContent;

    private static async Task<Page> ChooseAsync(Browser browser, List<(string Name, string Value)> hidden)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(""), "yaml");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Change2025)), "text.yaml", "change.yaml");
        return await Browser.ReadAsync(await browser.Client.PostAsync("/operator/calendar/plan", form));
    }

    private async Task<DateOnly> LastAsync(string id) => (await server.StateAsync(id)).Procedures.First(p => p.Due is not null).Due!.Last;
}
