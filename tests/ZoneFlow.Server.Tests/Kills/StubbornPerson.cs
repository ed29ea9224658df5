using System.Net.Http.Headers;
using System.Text.Json;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>Somebody who sends a request again, under the same key, until it is answered.</summary>
internal sealed class StubbornPerson(ChildServer server, string person, Random random)
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Requests that got no answer, and those sent again on purpose.</summary>
    public (int Lost, int Doubled) Counted { get; private set; }

    public async Task SignInAsync()
    {
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.Address) };
        var answer = await plain.PostAsync($"/demo/personas/person-{person}", null);
        var cookie = answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).First(c => c.StartsWith("zoneflow=", StringComparison.Ordinal));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cookie["zoneflow=".Length..]);
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<byte[]> BytesAsync(string path) => await _client.GetByteArrayAsync(path);

    /// <summary>Sends under a key of its own until acknowledged; now and then once more, as an impatient reader would.</summary>
    public async Task<JsonElement> DoAsync(HttpMethod method, string path, Func<HttpContent> content)
    {
        var key = Guid.NewGuid().ToString();
        HttpRequestMessage Request() => new(method, path) { Content = content(), Headers = { { "Idempotency-Key", key } } };
        var first = await SendAsync(Request);
        if (random.Next(3) == 0)
        {
            Counted = (Counted.Lost, Counted.Doubled + 1);
            await SendAsync(Request);
        }

        return first;
    }

    private async Task<JsonElement> SendAsync(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            await server.Ready;
            HttpResponseMessage answer;
            string text;
            try
            {
                using var message = request();
                answer = await _client.SendAsync(message);
                text = await answer.Content.ReadAsStringAsync();
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
            {
                Counted = (Counted.Lost + 1, Counted.Doubled);
                await Task.Delay(20);
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {text}");
            return JsonDocument.Parse(text).RootElement;
        }
    }
}
