using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Parked;

/// <summary>A case that something has gone wrong with: it alone stands still, with all it holds, until somebody has looked.</summary>
public sealed class ParkedCaseTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    /// <summary>The pack's revision is nowhere to be found; the state is no JSON; the stage is not in the pack.</summary>
    [Theory]
    [InlineData("\"hash\":\"", "\"hash\":\"00", "UnknownPackException")]
    [InlineData("{", "?", "JsonException")]
    [InlineData("\"stage\":\"endorsement\"", "\"stage\":\"elsewhere\"", "")]
    public async Task Case_ThatCannotGoOn_IsParkedAloneAndResumesWhenMended(string found, string broken, string why)
    {
        var (bad, good) = (await Chapters.AppliedAsync(_server, "沈阳有误集聚区"), await Chapters.AppliedAsync(_server, "大连无误集聚区", "zone-body-2", "city-dalian", "大连市"));
        var store = _server.Services.GetRequiredService<ICaseStore>();
        var stored = (await store.LoadAsync(new CaseId(bad.Zone), default))!;
        var sound = stored with { State = JournalText.Write(await JournalText.StateAsync(store, stored, default)) };
        await WriteAsync(store, sound, Break(Encoding.UTF8.GetString(sound.State.Span), found, broken));

        // Its time comes long before the other's, so the clock meets it first.
        await _server.MoveToAsync(_server.Now.AddDays(40));

        var parked = Assert.Single(await store.ParkedAsync(10, default));
        Assert.Equal(bad.Zone, parked.Id.Value);
        Assert.StartsWith(why, parked.Parked, StringComparison.Ordinal);
        Assert.Equal(sound.Version, parked.Version);
        Assert.Contains(_server.MailsTo(good.City.Sample.Email), m => m["Subject"]!.StartsWith("【逾期】", StringComparison.Ordinal));
        await good.City.ActAsync(good.Zone, "recommend");
        using var refused = await bad.Province.Client.PostAsync($"/api/cases/{bad.Zone}/actions/recommend", null);
        Assert.False(refused.IsSuccessStatusCode);
        await ResumesAsync(store, bad.Zone, sound, why);
    }

    private async Task ResumesAsync(ICaseStore store, string id, StoredCase sound, string why)
    {
        var province = await _server.SignInAsync("province");
        if (why.Length > 0)
        {
            using var shown = await province.Client.GetAsync($"/api/cases/{id}");
            Assert.Equal(503, (int)shown.StatusCode);
            Assert.Equal("parked", JsonDocument.Parse(await shown.Content.ReadAsStringAsync()).RootElement.GetProperty("rule").GetString());
        }

        var operators = await Browser.OfAsync(_server, "operator");
        var list = await operators.GetAsync("/operator/parked");
        Assert.Contains(why, list.Html.QuerySelector("[data-testid=parked-cases]")!.TextContent, StringComparison.Ordinal);

        await WriteAsync(store, sound, sound.State);
        var resumed = await operators.PostAsync($"/operator/parked/{id}", Browser.Hidden(list));
        Assert.Equal(303, resumed.Status);
        await _server.SettleAsync();
        Assert.Empty(await store.ParkedAsync(10, default));
        Assert.True((await province.GetAsync($"/api/cases/{id}")).GetProperty("version").GetInt64() > sound.Version);
        Assert.Contains("没有暂停的卷宗", (await operators.GetAsync("/operator/parked")).Text, StringComparison.Ordinal);
    }

    // As a failing disk or a wrong hand would leave it: the journal untouched, the state another, due at once.
    private async Task WriteAsync(ICaseStore store, StoredCase stored, ReadOnlyMemory<byte> state)
    {
        Assert.Equal(
            CommitOutcome.Committed,
            await store.CommitAsync(new Commit(
                stored.Id, stored.Kind, stored.Version, stored.Version, state, stored.Schema, stored.Head, _server.Now, [], [], [], [], [], [], null, [])));
        _server.Services.GetRequiredService<CaseCache>().Forget(stored.Id);
    }

    private static byte[] Break(string state, string found, string broken)
    {
        var at = state.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, state);
        return Encoding.UTF8.GetBytes(string.Concat(state.AsSpan(0, at), broken, state.AsSpan(at + found.Length)));
    }
}
