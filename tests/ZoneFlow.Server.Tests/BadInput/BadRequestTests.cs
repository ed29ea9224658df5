using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Requests that cannot be read, or that ask for what there is not.</summary>
public sealed class BadRequestTests(UntouchedZone zone) : IClassFixture<UntouchedZone>
{
    // Every address that takes a JSON body; {0} is a zone.
    public static TheoryData<string, string> Addresses => new()
    {
        { "POST", "/api/sign-in" }, { "POST", "/api/zones" }, { "POST", "/api/rounds" }, { "PUT", "/api/cases/{0}/answers" },
        { "POST", "/api/cases/{0}/actions/submit" }, { "POST", "/api/cases/{0}/panels/designation/1" }, { "POST", "/api/cases/{0}/scores/designation/1" },
        { "POST", "/api/cases/{0}/recusals/designation/1" }, { "POST", "/api/cases/{0}/notices/designation/1/objections" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Body_NotJson_IsUnreadable(string method, string path) => (await SendAsync(method, path, Text("这不是JSON"))).Is(400, "unreadable");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Body_WithAMemberThatNobodyKnows_IsUnreadable(string method, string path) => (await SendAsync(method, path, Text("""{"unheardOf":1}"""))).Is(400, "unreadable", "unheardOf");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Body_WithNothingInIt_IsAClearRefusal(string method, string path) =>
        Assert.InRange((await SendAsync(method, path, Text("{}"))).Status, 400, 422);

    [Fact]
    public async Task Body_ThatSaysAThingTwice_IsUnreadable() =>
        (await SendAsync("POST", "/api/zones", Text("""{"policy":"liaoning-2025","policy":"beijing-2023","name":"沈阳","region":"沈阳市"}"""))).Is(400, "unreadable", "policy");

    [Fact]
    public async Task Body_WithoutWhatIsRequired_NamesIt() => (await SendAsync("POST", "/api/zones", Text("""{"policy":"liaoning-2025"}"""))).Is(400, "unreadable", "name", "region");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Body_OfAnotherMediaType_Is415(string method, string path) =>
        (await SendAsync(method, path, new StringContent("a=b", Encoding.UTF8, "text/plain"))).Is(415, "media-type");

    [Theory]
    [InlineData("GET", "/api/cases/zone-none")]
    [InlineData("GET", "/api/cases/zone-none/journal")]
    [InlineData("POST", "/api/cases/zone-none/actions/submit")]
    [InlineData("GET", "/api/nowhere")]
    public async Task Zone_Unknown_IsNotFound(string method, string path) => (await SendAsync(method, path, method == "GET" ? null : Text("{}"))).Is(404, "not-found");

    [Theory]
    [InlineData("liaoning-1999", "沈阳市", "no-such-policy")]
    [InlineData("liaoning-2025", "北京市", null)]
    public async Task Zone_UnderWhatThereIsNot_IsRefused(string policy, string region, string? rule)
    {
        var problem = await SendAsync("POST", "/api/zones", UntouchedZone.Json(new { policy, name = "无处集聚区", region }), exact: false);
        Assert.Equal(422, problem.Status);
        Assert.True(rule is null || rule == problem.Rule, problem.Rule);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("昨天")]
    public async Task Date_ThatDoesNotExist_IsNamed(string date)
    {
        var problem = await SendAsync("PUT", $"/api/cases/{zone.Draft}/answers", UntouchedZone.Json(new { answers = new Dictionary<string, object> { ["applied-on"] = date } }));
        problem.Is(422, "answers-wrong", "applied-on");
    }

    [Theory]
    [InlineData("floor-area", "很大")]
    [InlineData("operator-kind", "没有这一类")]
    [InlineData("no-such-field", "x")]
    [InlineData("industry-companies", "1.5")]
    public async Task Answer_OfTheWrongKind_NamesItsField(string field, string value) =>
        (await SendAsync("PUT", $"/api/cases/{zone.Draft}/answers", UntouchedZone.Json(new { answers = new Dictionary<string, object> { [field] = value } })))
            .Is(422, "answers-wrong", field);

    [Fact]
    public async Task Decision_OnAStageThatHasMovedOn_Is409() =>
        (await SendAsync("POST", $"/api/cases/{zone.Waiting}/actions/submit", UntouchedZone.Json(new { procedure = "designation/1", visit = 1 }))).Is(409, "moved-on");

    [Fact]
    public async Task Key_UsedAgainForAnotherBody_Is422AndForTheSameIsTheFirstAnswer()
    {
        var key = Guid.NewGuid().ToString();
        async Task<HttpResponseMessage> AnswerAsync(int area)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/cases/{zone.Draft}/answers") { Content = UntouchedZone.Json(new { answers = new Dictionary<string, object> { ["floor-area"] = area } }) };
            request.Headers.Add("Idempotency-Key", key);
            return await zone.Body.Client.SendAsync(request);
        }

        var first = await (await AnswerAsync(7_001)).Content.ReadFromJsonAsync<JsonElement>();
        var version = first.GetProperty("version").GetInt64();
        Assert.Equal(version, (await (await AnswerAsync(7_001)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt64());
        (await Problem.OfAsync(await AnswerAsync(7_002))).Is(422, "id-reused");
        Assert.Equal(version, (await zone.Server.StateAsync(zone.Draft)).Version);
    }

    [Fact]
    public async Task Key_OfSomebodyElse_RepeatsNothingOfTheirs()
    {
        var key = Guid.NewGuid().ToString();
        async Task<(int Status, string Text)> AskAsync(ApiPerson person, HttpMethod method, string path, object body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = UntouchedZone.Json(body), Headers = { { "Idempotency-Key", key } } };
            using var answer = await person.Client.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var other = await zone.Server.SignInAsync("zone-body-2");
        var (answers, opening) = (new { answers = new Dictionary<string, object> { ["floor-area"] = 7_003 } }, new { policy = "liaoning-2025", name = "沈阳同键集聚区", region = "沈阳市" });
        Assert.Equal(200, (await AskAsync(zone.Body, HttpMethod.Put, $"/api/cases/{zone.Draft}/answers", answers)).Status);
        Assert.Equal(403, (await AskAsync(other, HttpMethod.Put, $"/api/cases/{zone.Draft}/answers", answers)).Status);

        var (status, text) = await AskAsync(zone.Body, HttpMethod.Post, "/api/zones", opening);
        Assert.Equal(201, status);
        var id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
        Assert.DoesNotContain(id, (await AskAsync(other, HttpMethod.Post, "/api/zones", opening)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_Overlong_IsRefused() => (await zone.RefusedAsync(
        zone.Body.Client, HttpMethod.Put, $"/api/cases/{zone.Draft}/answers", UntouchedZone.Json(new { answers = new { } }), new string('k', 201))).Is(400, "idempotency-key");

    [Fact]
    public async Task Body_OverAMegabyte_Is413() =>
        (await SendAsync("PUT", $"/api/cases/{zone.Draft}/answers", UntouchedZone.Json(new { answers = new { address = new string('a', 1 << 20) } }))).Is(413, "too-large");

    [Fact]
    public async Task Page_OfAnUnknownZone_SaysSoAsAPage()
    {
        var page = await (await Browser.OfAsync(zone.Server, "province")).GetAsync("/cases/zone-none");
        Assert.Equal(404, page.Status);
        Assert.NotNull(page.Html.QuerySelector("[data-rule=not-found]"));
    }

    // The address is filled in; a name that is never claimed keeps the store as it was.
    private async Task<Problem> SendAsync(string method, string path, HttpContent? content, bool exact = true)
    {
        var address = path.Replace("{0}", zone.Draft, StringComparison.Ordinal);
        if (exact)
        {
            return await zone.RefusedAsync(zone.Body.Client, new HttpMethod(method), address, content);
        }

        using var answer = await zone.Body.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = content });
        return await Problem.OfAsync(answer);
    }

    private static StringContent Text(string json) => new(json, Encoding.UTF8, "application/json");
}
