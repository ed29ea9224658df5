using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>One zone's applicant and city, who send an application to and fro for as long as they are let.</summary>
internal sealed class BusyZone(StubbornPerson body, StubbornPerson city, string title, string region)
{
    private const string Procedure = "designation/1";

    public string Id { get; private set; } = "";

    public string Title { get; } = title;

    /// <summary>Signals that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>The documents that were acknowledged, by the hash of their bytes.</summary>
    public HashSet<string> Documents { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        Id = (await Count(body.DoAsync(HttpMethod.Post, "/api/zones", () => JsonContent.Create(new { policy = "liaoning-2025", name = Title, region })))).GetProperty("id").GetString()!;
        await Count(body.DoAsync(HttpMethod.Put, $"/api/cases/{Id}/answers", () => JsonContent.Create(new { answers = Papers.LiaoningAnswers(9, 4, 800) })));
        await UploadAsync("application-form");
        await ActAsync(body, "submit", "draft-plan", null);
        while (!stop.IsCancellationRequested)
        {
            await ActAsync(city, "return", "correction-list", "请补正第三项");
            await UploadAsync("application-form");
            await ActAsync(body, "resubmit", null, null);
        }
    }

    public async Task<JsonElement> ShowAsync() => await body.GetAsync($"/api/cases/{Id}");

    /// <summary>Every document that was acknowledged is listed, and its bytes come back whole.</summary>
    public async Task HasItsDocumentsAsync()
    {
        var listed = (await body.GetAsync($"/api/cases/{Id}/documents")).EnumerateArray().ToList();
        Assert.Equal(Documents.Order(), listed.Select(d => d.GetProperty("sha256").GetString()!).Order());
        foreach (var document in listed)
        {
            var bytes = await body.BytesAsync($"/api/cases/{Id}/documents/{document.GetProperty("slot").GetString()}/{document.GetProperty("version").GetInt32()}");
            Assert.Equal(document.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    private async Task UploadAsync(string slot)
    {
        var (visit, pdf) = (await VisitAsync(), NewPdf());
        await Count(body.DoAsync(HttpMethod.Post, $"/api/cases/{Id}/documents", () => new MultipartFormDataContent
        {
            { new StringContent(Procedure), "procedure" },
            { new StringContent($"{visit}"), "visit" },
            { new ByteArrayContent(pdf), $"file.{slot}", "申报书.pdf" },
        }));
        Keep(pdf);
    }

    private async Task ActAsync(StubbornPerson who, string action, string? slot, string? reason)
    {
        var (request, pdf) = (JsonSerializer.Serialize(new { procedure = Procedure, visit = await VisitAsync(), reason }), NewPdf());
        await Count(who.DoAsync(HttpMethod.Post, $"/api/cases/{Id}/actions/{action}", () =>
        {
            var form = new MultipartFormDataContent { { new StringContent(request), "request" } };
            if (slot is not null)
            {
                form.Add(new ByteArrayContent(pdf), $"file.{slot}", $"{slot}.pdf");
            }

            return form;
        }));
        if (slot is not null)
        {
            Keep(pdf);
        }
    }

    private async Task<int> VisitAsync() => (await ShowAsync()).GetProperty("procedures")[0].GetProperty("visit").GetInt32();

    private async Task<JsonElement> Count(Task<JsonElement> answer)
    {
        var result = await answer;
        Acknowledged++;
        return result;
    }

    private void Keep(byte[] pdf) => Documents.Add(Convert.ToHexStringLower(SHA256.HashData(pdf)));

    private static byte[] NewPdf() => Papers.Pdf(Guid.NewGuid().ToString());
}
