using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Pages;

public sealed class ActionPageTests
{
    [Fact]
    public async Task Choosing_SeveralActions_NothingIsChosenAndNothingPosts()
    {
        var page = await Parsed("actions");

        Assert.Equal(3, page.QuerySelectorAll("[data-testid=offer]").Length);
        Assert.Empty(page.QuerySelectorAll("main form, [checked], [selected], [autofocus]"));
    }

    [Fact]
    public async Task Acting_FreshPage_TicksNothingButWhatWasTicked()
    {
        var page = await Parsed("action");

        Assert.Equal(["demand"], page.QuerySelectorAll("input[name=attest][checked]").Select(e => e.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("input[type=radio][checked]"));
        Assert.Equal("signal-1", page.QuerySelector("[data-testid=action-form] input[name=signal]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Acting_Refused_SaysSoOnTopAndBesideTheField()
    {
        var page = await Parsed("action-refused");

        var alert = page.QuerySelector("[role=alert]")!;
        Assert.Contains("有的填写不正确", alert.TextContent, StringComparison.Ordinal);
        Assert.NotNull(alert.QuerySelector("a[href='#f-reason']"));
        Assert.NotNull(alert.QuerySelector("a[href='#f-file-recommendation']"));
        Assert.NotNull(alert.QuerySelector("a[href='#f-input-floor-area']"));
        var reason = page.GetElementById("f-reason")!;
        Assert.Equal("true", reason.GetAttribute("aria-invalid"));
        Assert.Contains("f-reason-error", reason.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal(Given.Hostile, ((IHtmlTextAreaElement)reason).Value);
    }

    [Fact]
    public async Task Filling_AnyFieldType_KeepsWhatWasTyped()
    {
        var page = await Parsed("form-refused");

        Assert.Equal(Given.Hostile, page.QuerySelector("input[name=floor-area]")!.GetAttribute("value"));
        Assert.Equal(Given.Hostile, page.QuerySelector("input[name=typed-date]")!.GetAttribute("value"));
        Assert.Equal("text", page.QuerySelector("input[name=typed-date]")!.GetAttribute("type"));
        Assert.Equal(Given.Hostile, page.QuerySelector("input[name='platforms.0.name']")!.GetAttribute("value"));
        Assert.Equal("b", page.QuerySelector("input[name='platforms.0.builder']")!.GetAttribute("value"));
        Assert.Equal(Given.Hostile, ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=note]")!).Value);
        Assert.Equal("6", page.QuerySelector("input[name=window]")!.GetAttribute("value"));
        Assert.Equal("mo", ((IHtmlSelectElement)page.QuerySelector("select[name='window.unit']")!).Value);
        Assert.Equal("checkbox", page.QuerySelector("input[name=list]")!.GetAttribute("type"));
    }

    /// <summary>The annexed form of the Liaoning measures, whole.</summary>
    [Fact]
    public async Task Filling_LiaoningForm_AsksEveryField()
    {
        var page = await Parsed("form");

        Assert.NotEmpty(page.QuerySelectorAll("select[name=region] option[value='沈抚示范区']"));
        Assert.Equal(10, page.QuerySelectorAll("[name^='main-agencies.'], [name^='platforms.']").Length - 2);
        Assert.NotNull(page.QuerySelector("button[name=do][value=save]"));
    }

    private static async Task<IHtmlDocument> Parsed(string name) => new HtmlParser().ParseDocument(await SamplePage.Named(name).RenderAsync());
}
