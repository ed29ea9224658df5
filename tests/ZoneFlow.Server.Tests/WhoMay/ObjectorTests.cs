using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>Who objected never leaves the deciding office: not by a page, an export, a feed, an archive or a mail.</summary>
public sealed class ObjectorTests(Callers callers) : IClassFixture<Callers>
{
    private const string Name = "欧阳异议", Contact = "secret-objector@citizen.example";

    [FactIfPresent]
    [NeedsFullRun]
    public async Task Objector_IsKnownToTheDecidingOfficeAlone()
    {
        var server = callers.Server;
        var life = await Chapters.NoticedAsync(server, "沈阳被异议集聚区");
        var reader = await Browser.OfAsync(server);
        var path = (await reader.GetAsync("/notices")).Html.QuerySelectorAll("main a[href^='/notices/']").Select(a => a.GetAttribute("href")!)
            .First(h => h.Contains(life.Round, StringComparison.Ordinal));
        var notice = await reader.GetAsync(path);
        var answer = await reader.PostAsync(
            notice.Html.QuerySelector("form[data-testid=objection-form]")!.GetAttribute("action")!,
            [.. Browser.Hidden(notice, "form[data-testid=objection-form]"), ("entry", life.Zone), ("name", Name), ("contact", Contact), ("text", "面积不实。")],
            [("objection", $"{Name}.pdf", Papers.Pdf("异议"))]);
        Assert.True(answer.Status is 200 or 303, answer.Text);
        await server.MoveToAsync(server.Now.AddDays(12));

        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")).ToList();
        var (told, asked) = (new List<string>(), 0);
        foreach (var name in callers.Names)
        {
            using var client = callers.Client(name);
            foreach (var address in routes.SelectMany(r => new[] { life.Zone, life.Round }.Select(id => RouteAddress.Of(r, id))).Append(path).Distinct())
            {
                using var page = await client.GetAsync(address);
                asked++;
                var text = Uri.UnescapeDataString(page.Headers + await page.Content.ReadAsStringAsync());
                if (text.Contains(Name, StringComparison.Ordinal) || text.Contains(Contact, StringComparison.Ordinal))
                {
                    told.Add($"{name} {address}");
                }
            }
        }

        Assert.All(told, t => Assert.StartsWith("province ", t, StringComparison.Ordinal));
        Assert.Contains($"province /cases/{life.Round}", told);
        Assert.True(asked > 500, $"{asked}");
        Assert.DoesNotContain(server.MailsTo("@"), m => $"{m["Subject"]}{m.Text}{m.Html}" is var mail && (mail.Contains(Name, StringComparison.Ordinal) || mail.Contains(Contact, StringComparison.Ordinal)));
    }
}
