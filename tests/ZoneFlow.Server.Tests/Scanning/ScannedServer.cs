using System.Text;
using System.Text.Json;
using ZoneFlow.Server.Tests.BadInput;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.TestKit.Scanning;

namespace ZoneFlow.Server.Tests.Scanning;

/// <summary>A server with a real scanner beside it, and a zone whose papers are about to be filed.</summary>
public sealed class ScannedServer : IAsyncLifetime
{
    public ClamdServer Scanner { get; } = new();

    public DemoServer Server { get; } = new();

    public string Draft { get; private set; } = "";

    internal ApiPerson Body { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (new NeedsClamdAttribute().WhyMissing is not null)
        {
            return;
        }

        await Scanner.StartAsync();
        await File.WriteAllTextAsync(
            Path.Combine(Server.DataFolder, "zoneflow.json"),
            JsonSerializer.Serialize(new { ZoneFlow = new { Scanner = new { Host = "127.0.0.1", Scanner.Port } } }));
        await Server.InitializeAsync();
        Body = await Server.SignInAsync("zone-body");
        Draft = (await Body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "沈阳受检集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await Server.SettleAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Scanner.DisposeAsync();
    }

    /// <summary>Files one PDF with a remark in its bytes; null where it was taken.</summary>
    internal async Task<Problem?> FileAsync(string remark, string slot = "application-form")
    {
        var pdf = Encoding.UTF8.GetString(TestKit.Papers.Pdf(remark)).Replace("%%EOF", $"%{remark}\n%%EOF", StringComparison.Ordinal);
        using var answer = await Body.Client.PostAsync($"/api/cases/{Draft}/documents", UntouchedZone.Upload($"{slot}.pdf", Encoding.UTF8.GetBytes(pdf), slot));
        return (int)answer.StatusCode == 201 ? null : await Problem.OfAsync(answer);
    }
}
