using System.Net.Http.Headers;
using System.Text.Json;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>An office that lets a party bring three small files a day, and a case take four.</summary>
public sealed class UploadQuotaTests : IAsyncLifetime
{
    private static readonly byte[] File = Papers.Pdf("配额");
    private readonly DemoServer _server = new();

    public async Task InitializeAsync()
    {
        var uploads = new { MostBytesOfParty = (File.Length * 3) + 10, MostBytesOfCase = (File.Length * 4) + 10 };
        await System.IO.File.WriteAllTextAsync(Path.Combine(_server.DataFolder, "zoneflow.json"), JsonSerializer.Serialize(new { ZoneFlow = new { Uploads = uploads } }));
        await _server.InitializeAsync();
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Quota_UsedUp_IsRefusedUntilTomorrow_AndStopsNobodyElse()
    {
        var (body, other) = (await _server.SignInAsync("zone-body"), await _server.SignInAsync("zone-body-2"));
        var (first, second, others) = (await OpenAsync(body, "配额一区"), await OpenAsync(body, "配额二区"), await OpenAsync(other, "配额三区"));
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(201, (await UploadAsync(body, first)).Status);
        }

        Assert.Equal((429, "quota"), await UploadAsync(body, first));
        Assert.Equal((429, "quota"), await UploadAsync(body, second));
        Assert.Equal(201, (await UploadAsync(other, others)).Status);

        _server.Wall.Advance(TimeSpan.FromDays(1));
        body.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await _server.TokenAsync("zone-body"));
        Assert.Equal(201, (await UploadAsync(body, second)).Status);
    }

    [Fact]
    public async Task Quota_OfRefusedFiles_CountsToo()
    {
        var body = await _server.SignInAsync("zone-body");
        var zone = await OpenAsync(body, "配额四区");
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal((422, "content"), await UploadAsync(body, zone, new byte[File.Length]));
        }

        Assert.Equal((429, "quota"), await UploadAsync(body, zone));
    }

    private static async Task<string> OpenAsync(ApiPerson person, string name) =>
        (await person.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = person.Sample.Region ?? "沈阳市" }, 201)).GetProperty("id").GetString()!;

    private static async Task<(int Status, string? Rule)> UploadAsync(ApiPerson person, string zone, byte[]? bytes = null)
    {
        using var answer = await person.Client.PostAsync($"/api/cases/{zone}/documents", UntouchedZone.Upload("申报书.pdf", bytes ?? File));
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : (await Problem.OfAsync(answer)).Rule);
    }
}
