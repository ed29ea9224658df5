using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>A sample person at the JSON interface, signed in by the link in a real mail.</summary>
internal sealed partial class ApiPerson(DemoServer server, SamplePerson sample, HttpClient client)
{
    public HttpClient Client { get; } = client;

    public SamplePerson Sample { get; } = sample;

    public static async Task<ApiPerson> SignInAsync(DemoServer server, SamplePerson sample)
    {
        var client = server.Client();
        var asked = await client.PostAsJsonAsync("/api/sign-in", new { email = sample.Email });
        Assert.Equal(202, (int)asked.StatusCode);
        var token = server.MailsTo(sample.Email).Select(m => SignInLink().Match(m.Text!)).Last(m => m.Success).Groups[1].Value;
        var confirmed = await client.PostAsync($"/api/sign-in/{token}", null);
        Assert.Equal(200, (int)confirmed.StatusCode);
        var session = (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("session").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session);
        return new ApiPerson(server, sample, client);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var answer = await Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object body, int status = 200)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Takes an action that the case offers to this person now, with every document it needs unless they are filed already.</summary>
    public async Task<JsonElement> ActAsync(string id, string action, object? inputs = null, string? reason = null, string? procedure = null, int status = 200, bool attached = true)
    {
        var offer = (await GetAsync($"/api/cases/{id}")).GetProperty("offers").EnumerateArray()
            .Where(o => o.GetProperty("action").GetString() == action)
            .FirstOrDefault(o => procedure is null || (o.TryGetProperty("procedure", out var p) && p.GetString() == procedure));
        Assert.True(offer.ValueKind == JsonValueKind.Object, $"{action} is not offered to {Sample.Key} on {id}: {(await GetAsync($"/api/cases/{id}")).GetRawText()}");
        var request = new Dictionary<string, object?>
        {
            ["procedure"] = offer.TryGetProperty("procedure", out var name) ? name.GetString() : null,
            ["visit"] = offer.GetProperty("visit").GetInt32(),
            ["inputs"] = inputs ?? new { },
            ["reason"] = reason ?? (offer.GetProperty("reasonRequired").GetBoolean() ? "理由如卷宗所载" : null),
            ["attest"] = offer.GetProperty("attest"),
            ["code"] = offer.GetProperty("codeRequired").GetBoolean() ? await CodeAsync() : null,
        };
        using var form = new MultipartFormDataContent { { new StringContent(JsonSerializer.Serialize(request)), "request" } };
        foreach (var slot in offer.GetProperty("needs").EnumerateArray().Select(s => s.GetString()!).Where(_ => attached))
        {
            form.Add(Pdf(slot), $"file.{slot}", $"{slot}.pdf");
        }

        var answer = await Client.PostAsync($"/api/cases/{id}/actions/{action}", form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{action}: {(int)answer.StatusCode} {text}");
        await server.SettleAsync();
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A fresh time-based code: half a minute has passed since the last.</summary>
    public async Task<string> CodeAsync()
    {
        server.Wall.Advance(TimeSpan.FromSeconds(31));
        var secret = await server.Services.GetRequiredService<Codes>().SecretAsync(DemoSeed.Person(Sample), CancellationToken.None);
        return TimeBasedCode.At(secret!, server.Wall.GetUtcNow());
    }

    public static ByteArrayContent Pdf(string title)
    {
        var content = new ByteArrayContent(TestKit.Papers.Pdf(title));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return content;
    }

    [GeneratedRegex(@"/sign-in/([A-Za-z0-9_-]{43})")]
    private static partial Regex SignInLink();
}
