using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>What the clock sent, as the operator looks back on it.</summary>
public sealed class RemindersTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Reminders_AsTheyGoOut_AreListedTheLatestFirstWithWhomTheyReached()
    {
        var operators = await Browser.OfAsync(server, "operator");
        Assert.Contains("还没有发出过提醒", (await operators.GetAsync("/operator/reminders")).Text, StringComparison.Ordinal);

        var life = await Chapters.DesignatedAsync(server, "按时提醒的集聚区");
        var due = (await server.StateAsync(life.Zone)).Occurrences.Single(o => o.Duty == "formal-plan").Due.Last;
        await server.MoveToAsync(due.AddDays(-3).ToString("yyyy-MM-dd", null));
        await server.SettleAsync();

        var reminded = await operators.GetAsync("/operator/reminders");
        var last = reminded.Html.QuerySelector("[data-testid=reminders] tbody tr")!.TextContent;
        Assert.Contains("提醒", last, StringComparison.Ordinal);
        Assert.Contains("按时提醒的集聚区", last, StringComparison.Ordinal);
        Assert.Contains($"{due.Month}月{due.Day}日", last, StringComparison.Ordinal);
        Assert.Contains("沈阳示范高新区管委会", last, StringComparison.Ordinal);
        Assert.Contains("已发1人", last, StringComparison.Ordinal);

        await server.MoveToAsync(due.AddDays(10).ToString("yyyy-MM-dd", null));
        await server.SettleAsync();

        var rows = (await operators.GetAsync("/operator/reminders")).Html.QuerySelectorAll("[data-testid=reminders] tbody tr").ToList();
        Assert.Contains(rows, r => r.TextContent.Contains("逾期通知", StringComparison.Ordinal));
        var times = rows.Select(r => r.QuerySelector("time")!.GetAttribute("datetime")!).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.True(times.Count > 2);
        Assert.Equal(403, (await (await Browser.OfAsync(server, "province")).GetAsync("/operator/reminders")).Status);
    }
}
