using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Rendering;

/// <summary>Renders a page to text. Each time by a new renderer: a shared one keeps every component it ever rendered.</summary>
public static class PageRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public static async Task<string> RenderAsync<TPage, TModel>(TModel model)
        where TPage : PageOf<TModel>
        where TModel : class =>
        "<!DOCTYPE html>\n" + await PartAsync<TPage>(nameof(PageOf<>.Model), model);

    /// <summary>A page as bytes to send.</summary>
    public static async Task<PooledBytes> BytesAsync<TPage, TModel>(TModel model)
        where TPage : PageOf<TModel>
        where TModel : class
    {
        var bytes = new PooledBytes();
        using var writer = new Utf8Writer(bytes);
        writer.Write("<!DOCTYPE html>\n");
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageOf<>.Model)] = model });
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).WriteHtmlTo(writer));
        writer.Flush();
        return bytes;
    }

    /// <summary>A part of a page alone, with its one parameter.</summary>
    public static async Task<string> PartAsync<TPart>(string parameter, object value)
        where TPart : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPart>(parameters)).ToHtmlString());
    }
}
