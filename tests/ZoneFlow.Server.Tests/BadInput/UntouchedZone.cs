using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>A zone whose form is filled in and a city's task, to which wrong things are sent and which must not change.</summary>
public sealed class UntouchedZone : IAsyncLifetime
{
    public DemoServer Server { get; } = new();

    public string Draft { get; private set; } = "";

    public string Waiting { get; private set; } = "";

    internal ApiPerson Body { get; private set; } = null!;

    internal ApiPerson City { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        var life = await Chapters.AppliedAsync(Server, "沈阳待推荐集聚区");
        (Body, City, Waiting) = (life.Body, life.City, life.Zone);
        Draft = (await Body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "沈阳填报中集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await Body.SendAsync(HttpMethod.Put, $"/api/cases/{Draft}/answers", new { answers = Chapters.Answers() });
        await Server.SettleAsync();
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    /// <summary>What is answered, with nothing changed in the store.</summary>
    internal async Task<Problem> RefusedAsync(HttpClient client, HttpMethod method, string path, HttpContent? content, string? key = null)
    {
        // What others have set going is over before anybody looks.
        await Server.SettleAsync();
        var before = StoreImage.Of(Server.DataFolder);
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request);
        var problem = await Problem.OfAsync(answer);
        Assert.Equal(before, StoreImage.Of(Server.DataFolder));
        return problem;
    }

    internal Task<Problem> UploadAsync(string fileName, byte[] bytes) => RefusedAsync(Body.Client, HttpMethod.Post, $"/api/cases/{Draft}/documents", Upload(fileName, bytes));

    internal static MultipartFormDataContent Upload(string fileName, byte[] bytes, string slot = "application-form", int visit = 1) => new()
    {
        { new StringContent("designation/1"), "procedure" }, { new StringContent($"{visit}"), "visit" }, { new ByteArrayContent(bytes), $"file.{slot}", fileName },
    };

    internal static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    internal static byte[] Pdf() => Papers.Pdf("测试");
}
