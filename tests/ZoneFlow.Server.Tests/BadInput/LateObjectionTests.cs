using System.Net.Http.Json;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Objections that are not received, and what of one never gets out.</summary>
public sealed class LateObjectionTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();
    private DesignatedZone _life = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _life = await Chapters.NoticedAsync(_server, "沈阳公示集聚区");
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Objection_AfterTheLastDay_IsRefusedWithTheClocksReason()
    {
        var due = (await _server.StateAsync(_life.Round)).Procedures[0].Due!;
        await _server.MoveToAsync(due.DueAt.AddMinutes(-1));
        Assert.Equal(201, (await ObjectAsync("张三", "13800000000")).Status);
        await _server.MoveToAsync(due.DueAt.AddMinutes(1));

        var late = await ObjectAsync("李四", "13900000000");

        late.Problem!.Is(422, "late");
        Assert.Contains("以本系统时钟为准", late.Problem.Zh, StringComparison.Ordinal);
        Assert.Contains($"{due.Last:yyyy-MM-dd}", late.Problem.Zh, StringComparison.Ordinal);
        await _server.MoveToAsync(due.DueAt.AddDays(10));
        (await ObjectAsync("王五", "13700000000")).Problem!.Is(409, "notice-closed");
    }

    [Theory]
    [InlineData(null, "13800000000", "name")]
    [InlineData("张三", null, "contact")]
    public async Task Objection_WithoutNameOrContact_NamesWhatIsMissing(string? name, string? contact, string field)
    {
        var before = StoreImage.Of(_server.DataFolder);
        (await ObjectAsync(name, contact)).Problem!.Is(422, "identity-required", field);
        Assert.Equal(before, StoreImage.Of(_server.DataFolder));
    }

    [Fact]
    public async Task Objection_ToWhatIsNotListed_IsRefused() => (await ObjectAsync("张三", "1", "zone-none")).Problem!.Is(422, "no-such-entry");

    [Fact]
    public async Task Objection_WithNothingInIt_NamesTheText() => (await ObjectAsync("张三", "1", text: " ")).Problem!.Is(422, "inputs-wrong", "text");

    [Fact]
    public async Task Objection_Received_IsReadByTheOfficeAlone()
    {
        await ObjectAsync("异议人甲乙丙", "13512345678", text: "材料不实之异议全文");
        await _server.SettleAsync();
        var secrets = (string[])["异议人甲乙丙", "13512345678", "材料不实之异议全文"];
        foreach (var person in (string?[])[null, "zone-body", "city-shenyang", "expert-1", "operator"])
        {
            var browser = await _server.BrowserAsync(person);
            foreach (var path in (string[])["/notices", $"/cases/{_life.Zone}", $"/cases/{_life.Round}", $"/zones/{_life.Zone}", $"/notices/{_life.Round}/sitting/1/3"])
            {
                var text = (await browser.GetAsync(path)).Text;
                Assert.DoesNotContain(secrets, s => text.Contains(s, StringComparison.Ordinal));
            }
        }

        Assert.All(_server.MailsTo("@"), m => Assert.DoesNotContain(secrets, s => m.Text!.Contains(s, StringComparison.Ordinal)));
        Assert.Contains("材料不实之异议全文", (await (await _server.BrowserAsync("province")).GetAsync($"/cases/{_life.Round}")).Text, StringComparison.Ordinal);
    }

    private async Task<(int Status, Problem? Problem)> ObjectAsync(string? name, string? contact, string? entry = null, string text = "不同意")
    {
        using var client = _server.Client();
        using var answer = await client.PostAsJsonAsync(
            $"/api/cases/{_life.Round}/notices/sitting/1/objections", new { entry = entry ?? _life.Zone, name, contact, text });
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : await Problem.OfAsync(answer));
    }
}
