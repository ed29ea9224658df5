using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Pages;

/// <summary>What holds of every page, with a full model and with an empty one.</summary>
public sealed class EveryPageTests
{
    public static TheoryData<string> Names => [.. SamplePage.All.Select(p => p.Name)];

    [Fact]
    public void Samples_EveryPage_HasOne()
    {
        var pages = typeof(PageLayout).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("ZoneFlow.Web.Pages", StringComparison.Ordinal) == true && IsPage(t) && !t.IsAbstract);

        Assert.Empty(pages.Except(SamplePage.All.Select(p => p.Page)).Select(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyModel_IsWellFormed(string name)
    {
        var html = await SamplePage.Named(name).RenderAsync();
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, e) => errors.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)e).Message);

        var page = parser.ParseDocument(html);

        Assert.Empty(errors);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.Equal("#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
    }

    /// <summary>The content security policy allows neither, save the one script file on the few pages that name it, and a name typed by a person must not become either.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyModel_HasNoScriptOfItsOwnAndNoInlineStyle(string name)
    {
        var page = await Parsed(name);

        Assert.Empty(page.QuerySelectorAll($"script:not([src='{Scripts.Page.Href}']), style, iframe, base"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("", s.TextContent));
        Assert.All(page.QuerySelectorAll("object"), e => Assert.Equal(("preview-pdf", "application/pdf"), (name, e.GetAttribute("type"))));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href], [src], [action]"), e => (e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action"))!
            .StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyModel_KeepsNoRazorAndNoEntity(string name)
    {
        var html = await SamplePage.Named(name).RenderAsync();
        var page = new HtmlParser().ParseDocument(html);

        Assert.DoesNotContain("@if", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@(", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Model.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", Regex.Replace(html, "&#x(27|2B|A|3000);", ""), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyInput_HasALabel(string name)
    {
        var page = await Parsed(name);

        foreach (var input in page.QuerySelectorAll("input:not([type=hidden]), select, textarea, progress"))
        {
            var labels = input.Id is { } id ? page.QuerySelectorAll($"label[for='{id}']").Length : 0;
            Assert.True(labels > 0 || input.HasAttribute("aria-label") || input.Closest("label") is not null, input.OuterHtml);
        }

        Assert.All(page.QuerySelectorAll("[aria-describedby], [aria-labelledby]"), e =>
            Assert.All((e.GetAttribute("aria-describedby") + " " + e.GetAttribute("aria-labelledby")).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                id => Assert.True(page.GetElementById(id) is not null, $"{id} is named by {e.OuterHtml}")));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("a, button"), a => Assert.NotEqual("", a.TextContent.Trim()));
    }

    /// <summary>A page that is a form posts the nonce it was shown with, save where nothing is written.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rendering_AnyPostForm_CarriesANonce(string name)
    {
        var page = await Parsed(name);

        Assert.All(page.QuerySelectorAll($"form[method=post]:not([action='{SitePaths.Display}'], [action='{SitePaths.LookUp}'])"), f => Assert.Single(f.QuerySelectorAll("input[type=hidden][name=nonce]")));
        Assert.All(page.QuerySelectorAll("input[type=file]"), f => Assert.Equal("multipart/form-data", f.Closest("form")!.GetAttribute("enctype")));
    }

    [Fact]
    public async Task Titles_OfAllPages_TellThemApart()
    {
        var titles = new Dictionary<Type, HashSet<string>>();
        foreach (var sample in SamplePage.All)
        {
            titles.TryAdd(sample.Page, []);
            titles[sample.Page].Add((await Parsed(sample.Name)).Title!);
        }

        Assert.Equal(titles.Values.Sum(t => t.Count), titles.Values.SelectMany(t => t).Distinct().Count());
    }

    private static async Task<IHtmlDocument> Parsed(string name) => new HtmlParser().ParseDocument(await SamplePage.Named(name).RenderAsync());

    private static bool IsPage(Type type) => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(PageOf<>);
}
