using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Triggers;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.SendGrid;
using ZoneFlow.Server.Hosting;
using ZoneFlow.TestKit;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>The whole head: pages, the interface, documents, orchestrations and mail, over the services' own emulators.</summary>
public sealed class CloudHeadTests
{
    private const string Applicant = "applicant@zones.example.cn";
    private const string City = "city@zones.example.cn";

    [Fact]
    public async Task AnApplication_OverTheWholeHead_IsFiledKeptClockedAndMailed()
    {
        await using var head = await CloudHead.StartAsync();
        await head.RegisterAsync("party-body", "zone-body", null, Applicant);
        await head.RegisterAsync("party-city", "city", "沈阳市", City);
        var applicant = await head.SignInAsync(Applicant);
        var opened = await JsonAsync(await applicant.PostAsJsonAsync("/api/zones", new { policy = "liaoning-2025", name = "沈阳测试集聚区", region = "沈阳市" }), 201);
        var zone = opened.GetProperty("id").GetString()!;
        await JsonAsync(await applicant.PutAsJsonAsync($"/api/cases/{zone}/answers", new { answers = Papers.LiaoningAnswers(9, 4, 800) }), 200);

        await SubmitAsync(applicant, zone);

        // The commit has woken the case: its courier mails the city by the provider's client, and its clock shows what is due.
        await head.Zones.UntilQuietAsync(() => Task.FromResult(head.MailsTo(City).Any(m => m.Contains("沈阳测试集聚区", StringComparison.Ordinal))), pause: 50);
        var shown = (await head.Zones.Client.GetInstanceAsync(WakeUps.Instance(new CaseId(zone)), getInputsAndOutputs: true, default))!.ReadCustomStatusAs<ZoneStatus>()!;
        Assert.Equal(("applying", "designation/endorsement"), (shown.Standing, shown.Stage));
        Assert.NotNull(shown.Deadline);
        Assert.Contains("10个工作日", shown.Reason, StringComparison.Ordinal);
        Assert.Null(shown.Waits);

        // The same pages as the other head's, out of the same table; what was uploaded comes back byte for byte.
        var dossier = await TextAsync(applicant, $"/cases/{zone}");
        Assert.Contains("沈阳测试集聚区", dossier, StringComparison.Ordinal);
        var paper = System.Text.RegularExpressions.Regex.Match(dossier, $"/cases/{zone}/documents/([^/\"]+)/[0-9]+");
        Assert.Equal(Papers.Pdf(paper.Groups[1].Value), await applicant.GetByteArrayAsync(paper.Value));
        Assert.Contains("沈阳测试集聚区", await TextAsync(await head.SignInAsync(City), "/worklist"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfEveryArea_AreServed()
    {
        await using var head = await CloudHead.StartAsync();
        var nobody = head.Client();
        foreach (var path in new[] { "/", "/notices", "/announcements", "/feed.atom", "/progress", "/sign-in", "/api/zones", "/openapi/v1.json" })
        {
            var answer = await nobody.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(404, (int)(await nobody.GetAsync("/no/such/page")).StatusCode);
        var operating = await head.SignInByLinkAsync(await head.Services.GetRequiredService<FirstStart>().OperatorLinkAsync(default));
        foreach (var path in new[] { "/operator/parties", "/operator/outbox", "/operator/parked", "/operator/packs", "/operator/packs/liaoning-2025", "/operator/calendar", "/operator/health" })
        {
            Assert.Equal((path, 200), (path, (int)(await operating.GetAsync(path)).StatusCode));
            Assert.NotEqual(200, (int)(await nobody.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task ABounce_ReportedByTheProvider_StandsOnTheOperatorsPage()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var head = await CloudHead.StartAsync(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = $$"""[{"email":"{{City}}","timestamp":{{now}},"event":"bounce","reason":"550 no such user","zoneflow_message":"m1"}]""";
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes($"{now}{body}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        Assert.Equal(204, await ReportAsync(head, body, now, signature));
        Assert.Equal(403, await ReportAsync(head, body, now, "AAAA"));

        var operating = await head.SignInByLinkAsync(await head.Services.GetRequiredService<FirstStart>().OperatorLinkAsync(default));
        Assert.Contains("550 no such user", await TextAsync(operating, "/operator/outbox"), StringComparison.Ordinal);
    }

    private static async Task<int> ReportAsync(CloudHead head, string body, long now, string signature)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.Headers[SendGridSignature.SignatureHeader] = signature;
        request.Headers[SendGridSignature.TimestampHeader] = $"{now}";
        return ((IStatusCodeHttpResult)await new MailEventsTrigger(head.Services.GetRequiredService<SendGridEvents>()).TakeAsync(request)).StatusCode!.Value;
    }

    private static async Task SubmitAsync(HttpClient applicant, string zone)
    {
        var offer = (await JsonAsync(await applicant.GetAsync($"/api/cases/{zone}"), 200)).GetProperty("offers").EnumerateArray()
            .Single(o => o.GetProperty("action").GetString() == "submit");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { procedure = offer.GetProperty("procedure").GetString(), visit = offer.GetProperty("visit").GetInt32(), inputs = new { }, attest = offer.GetProperty("attest") })), "request" },
        };
        foreach (var slot in offer.GetProperty("needs").EnumerateArray().Select(s => s.GetString()!))
        {
            var paper = new ByteArrayContent(Papers.Pdf(slot));
            paper.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(paper, $"file.{slot}", $"{slot}.pdf");
        }

        await JsonAsync(await applicant.PostAsync($"/api/cases/{zone}/actions/submit", form), 200);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }
}
