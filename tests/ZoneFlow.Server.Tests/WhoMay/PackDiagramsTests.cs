using System.Net;
using System.Xml.Linq;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>A pack's page for the operator, with its drawings shown and to be taken away.</summary>
public sealed class PackDiagramsTests(Callers callers) : IClassFixture<Callers>
{
    [Fact]
    public async Task PackPage_ForTheOperator_ShowsEachProcedureDrawnAndNothingTheContentPolicyForbids()
    {
        using var client = callers.Client("operator");
        using var answer = await client.GetAsync(new Uri("/operator/packs/liaoning-2025", UriKind.Relative));
        var html = (await Browser.ReadAsync(answer)).Html;

        var drawings = html.QuerySelectorAll("figure.diagram img[alt]");
        Assert.Equal(html.QuerySelectorAll("[data-testid=diagrams] li").Length, drawings.Length);
        Assert.True(drawings.Length > 5);
        Assert.Empty(html.QuerySelectorAll("script, style, [style]"));
        Assert.Equal(
            drawings.Select(d => d.GetAttribute("src")), html.QuerySelectorAll("figure.diagram + p a:first-child").Select(a => a.GetAttribute("href")));
        foreach (var link in html.QuerySelectorAll("figure.diagram + p a"))
        {
            using var file = await client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        }

        Assert.Equal("svg", XDocument.Parse(await client.GetStringAsync(new Uri("/operator/packs/liaoning-2025/diagrams/overview.svg", UriKind.Relative))).Root!.Name.LocalName);
        using var missing = await client.GetAsync(new Uri("/operator/packs/liaoning-2025/diagrams/nothing.svg", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
