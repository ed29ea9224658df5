using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Mail;

namespace ZoneFlow.Server.Tests.Watching;

/// <summary>What is not well reaches the operator: on the page, and by one mail a day for each thing.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();

    private Alerts Alerts => _server.Services.GetRequiredService<Alerts>();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Case_Parked_IsOnThePageAndMailedOnceADayAndAgainForTheNext()
    {
        var (one, two) = (await Chapters.AppliedAsync(_server, "甲集聚区"), await Chapters.AppliedAsync(_server, "乙集聚区", "zone-body-2", "city-dalian", "大连市"));
        var store = _server.Services.GetRequiredService<ICaseStore>();
        Assert.Equal(0, await Alerts.RunAsync(default));

        await store.ParkAsync(new CaseId(one.Zone), "试验", default);
        Assert.Equal(1, await Alerts.RunAsync(default));
        Assert.Equal(0, await Alerts.RunAsync(default));
        await store.ParkAsync(new CaseId(two.Zone), "试验", default);
        Assert.Equal(1, await Alerts.RunAsync(default));
        Assert.Equal(0, await Alerts.RunAsync(default));

        var mails = Told("暂停的卷宗");
        Assert.Equal(["【告警】暂停的卷宗：1件", "【告警】暂停的卷宗：2件"], mails.Select(m => m["Subject"]!).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Contains("/operator/parked", m.Text, StringComparison.Ordinal));
        var page = await (await Browser.OfAsync(_server, "operator")).GetAsync("/operator/health");
        Assert.Contains("暂停的卷宗", Assert.Single(page.Html.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("异常", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        await store.ParkAsync(new CaseId(two.Zone), null, default);
        await _server.MoveToAsync(_server.Now.AddDays(1));
        Assert.Equal(1, await Alerts.RunAsync(default));
        await store.ParkAsync(new CaseId(one.Zone), null, default);
        Assert.Equal(0, await Alerts.RunAsync(default));
    }

    [Fact]
    public async Task Calendar_AboutToEnd_IsMailedByTheEngineItself()
    {
        Assert.Empty(Told("工作日历"));
        await _server.MoveToAsync("2026-12-14");

        // The engine's first look may come before the move or after it; one mail leaves either way.
        _server.Wall.Now += TimeSpan.FromMinutes(2);
        _server.Services.GetRequiredService<ZoneFlow.Server.Hosting.Bell>().Ring();
        for (var tries = 0; tries < 300 && Told("工作日历").Count == 0; tries++)
        {
            await Task.Delay(20);
        }

        Assert.Equal("【告警】工作日历", Assert.Single(Told("工作日历"))["Subject"]!.Split('：')[0]);
    }

    private List<ReceivedMail> Told(string check) => [.. _server.MailsTo("operator@office.example").Where(m => m["Subject"]!.StartsWith($"【告警】{check}", StringComparison.Ordinal))];
}
