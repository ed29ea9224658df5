using System.Text.Json;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>What the JSON interface answers where something is wrong: the rule, both languages, and what each field has.</summary>
internal sealed record Problem(int Status, string Rule, string Zh, string En, IReadOnlyList<string> Errors)
{
    public static async Task<Problem> OfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)answer.StatusCode} {text}");
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)answer.StatusCode, json.GetProperty("status").GetInt32());
        var (zh, en) = (json.GetProperty("title").GetString()!, json.GetProperty("detail").GetString()!);
        Assert.True(zh.Any(c => c is >= '\u4e00' and <= '\u9fff') && en.Any(char.IsAsciiLetter), text);
        var errors = json.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(e => e.GetProperty("name").GetString()!).ToList() : [];
        return new Problem((int)answer.StatusCode, json.GetProperty("rule").GetString()!, zh, en, errors);
    }

    public void Is(int status, string rule, params string[] errors)
    {
        Assert.Equal((status, rule), (Status, Rule));
        foreach (var error in errors)
        {
            Assert.Contains(error, Errors);
        }
    }
}
