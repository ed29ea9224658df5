using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>A code enrolled in person, its printed sheet, its loss, and whom wrong guesses stop.</summary>
public sealed class RecoveryCodeTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();
    private static readonly SamplePerson Official = Samples.People.First(p => p.Key == "province");

    private Codes Codes => _server.Services.GetRequiredService<Codes>();

    private static Core.Cases.PersonId Person => DemoSeed.Person(Official);

    private static string Page => $"/operator/parties/{DemoSeed.Party(Official)}/people/{Person}/code";

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Sheet_IsShownOnce_AndEachOfItsCodesWorksOnce()
    {
        var sheet = await EnrolAsync();
        Assert.Equal(10, sheet.Distinct().Count());
        Assert.All(sheet, c => Assert.Matches("^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$", c));
        var stored = (await _server.Services.GetRequiredService<ICaseStore>().RecordAsync(RecordKinds.Code, Person.Value, default))!.Json;
        Assert.All(sheet, c => Assert.DoesNotContain(c.Replace("-", "", StringComparison.Ordinal), stored, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, sheet[0], null, default));
        Assert.Equal(CodeVerdict.Wrong, await Codes.UseAsync(Person, sheet[0], null, default));
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, sheet[1].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), null, default));
        Assert.Equal(8, await Codes.LeftAsync(Person, default));
        var party = await (await Browser.OfAsync(_server, "operator")).GetAsync($"/operator/parties/{DemoSeed.Party(Official)}");
        Assert.Contains("备用码余8个", party.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sheet[2], party.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnrollingAgain_EndsTheSheetBefore()
    {
        var first = await EnrolAsync();
        var second = await EnrolAsync();
        Assert.Equal(CodeVerdict.Wrong, await Codes.UseAsync(Person, first[0], null, default));
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, second[0], null, default));
    }

    [Fact]
    public async Task Loss_EndsCodesAndSessions_UntilThePersonEnrolsAgain()
    {
        var sheet = await EnrolAsync();
        var session = new Browser(_server, await _server.TokenAsync("province"));
        Assert.Equal(200, (await session.GetAsync("/worklist")).Status);
        var desk = await Browser.OfAsync(_server, "operator");
        var party = await desk.GetAsync($"/operator/parties/{DemoSeed.Party(Official)}");

        Assert.Equal(303, (await desk.PostAsync($"{Page}/lost", Browser.Hidden(party, $"form[action='{Page}/lost']"))).Status);

        Assert.Equal(CodeVerdict.NotEnrolled, await Codes.UseAsync(Person, sheet[0], null, default));
        Assert.Equal(302, (await session.GetAsync("/worklist")).Status);
        Assert.Contains("未启用", (await desk.GetAsync($"/operator/parties/{DemoSeed.Party(Official)}")).Text, StringComparison.Ordinal);
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, (await EnrolAsync())[0], null, default));
    }

    [Fact]
    public async Task Removal_EndsSessions()
    {
        var expert = Samples.People.First(p => p.Role == "expert");
        var session = new Browser(_server, await _server.TokenAsync(expert.Key));
        Assert.Equal(200, (await session.GetAsync("/worklist")).Status);
        var desk = await Browser.OfAsync(_server, "operator");
        var (home, remove) = ($"/operator/parties/{DemoSeed.Party(expert)}", $"/operator/parties/{DemoSeed.Party(expert)}/people/{DemoSeed.Person(expert)}/remove");

        Assert.Equal(303, (await desk.PostAsync(remove, Browser.Hidden(await desk.GetAsync(home), $"form[action='{remove}']"))).Status);

        Assert.Equal(302, (await session.GetAsync("/worklist")).Status);
        Assert.Empty(await SessionsAsync(DemoSeed.Person(expert).Value));
    }

    [Fact]
    public async Task WrongCodes_PauseWhoTypesThem_AndNeverTheOfficial()
    {
        var sheet = await EnrolAsync();
        var (thief, official) = (Token.New(_server.Services.GetRequiredService<RandomBytes>()), Token.New(_server.Services.GetRequiredService<RandomBytes>()));
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Codes.UseAsync(Person, $"{n:D6}", thief, default)));
        Assert.Equal(5, verdicts.Count(v => v == CodeVerdict.Wrong));
        Assert.Equal(15, verdicts.Count(v => v == CodeVerdict.Paused));
        Assert.Equal(CodeVerdict.Paused, await Codes.UseAsync(Person, sheet[0], thief, default));

        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, sheet[0], official, default));

        // Five more tries after five minutes, then the pause is ten.
        _server.Wall.Advance(TimeSpan.FromMinutes(5.1));
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(CodeVerdict.Wrong, await Codes.UseAsync(Person, "111111", thief, default));
        }

        _server.Wall.Advance(TimeSpan.FromMinutes(5.1));
        Assert.Equal(CodeVerdict.Paused, await Codes.UseAsync(Person, sheet[1], thief, default));
        _server.Wall.Advance(TimeSpan.FromMinutes(5.1));
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(Person, sheet[1], thief, default));
    }

    private async Task<IReadOnlyList<string>> EnrolAsync()
    {
        _server.Wall.Advance(TimeSpan.FromSeconds(61));
        var desk = await Browser.OfAsync(_server, "operator");
        var party = await desk.GetAsync($"/operator/parties/{DemoSeed.Party(Official)}");
        Assert.Equal(303, (await desk.PostAsync(Page, Browser.Hidden(party, $"form[action='{Page}']"))).Status);
        var shown = await desk.GetAsync(Page);
        Assert.True(TimeBasedSecret.TryParse(shown.Html.QuerySelector("[data-testid=secret]")!.TextContent, out var secret));
        var fields = Browser.Hidden(shown, "form[data-testid=enrol-form]").Append(("code", TimeBasedCode.At(secret, _server.Wall.GetUtcNow()))).ToList();

        var sheet = await desk.PostAsync($"{Page}/confirm", fields);
        Assert.Equal(200, sheet.Status);

        // Pressed twice, or gone back to: the sheet is not there again.
        Assert.Empty((await desk.PostAsync($"{Page}/confirm", fields)).Html.QuerySelectorAll("[data-testid=recovery-codes]"));
        return [.. sheet.Html.QuerySelectorAll("[data-testid=recovery-codes] code").Select(c => c.TextContent)];
    }

    private async Task<IReadOnlyList<KeyedRecord>> SessionsAsync(string person) =>
        [.. (await _server.Services.GetRequiredService<ICaseStore>().RecordsAsync(RecordKinds.Session, "", 1_000, default)).Where(r => r.Json.Contains($"\"{person}\"", StringComparison.Ordinal))];
}
