using System.Text;
using Microsoft.Playwright;

namespace ZoneFlow.Browser.Tests;

/// <summary>One browser window. What goes wrong in it unseen (a blocked style, a missing file) is kept and asked for at every look.</summary>
internal sealed class Window
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ZONEFLOW_SCREENSHOTS");
    private const int MostBytes = 100 * 1024;
    private readonly List<string> _faults = [];

    public static bool TakesPictures => Folder is not null;

    public Window(IPage page)
    {
        Page = page;
        // 422 is a form shown again with what is wrong in it.
        page.Console += (_, message) => Fault(
            message.Type is "error" or "warning" && !message.Text.Contains("status of 422", StringComparison.Ordinal), $"console: {message.Text}");
        page.RequestFailed += (_, request) => Fault(true, $"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => Fault(response.Status >= 400 && response.Status != 422, $"{response.Status}: {response.Request.Method} {response.Url}");
    }

    public static ViewportSize Desk => new() { Width = 1180, Height = 860 };

    public static ViewportSize Phone => new() { Width = 320, Height = 740 };

    public IPage Page { get; }

    public async Task GoAsync(string path, string? name = null)
    {
        await Page.GotoAsync(path);
        if (name is not null)
        {
            await LookAsync(name);
        }
    }

    /// <summary>
    /// Looks at the page: it has one heading, is small, fits a phone, and nothing in it failed. Where pictures are taken it is looked at
    /// on a desk as well; what fits the narrow one fits the wide one, and the look costs time.
    /// </summary>
    public async Task LookAsync(string name, bool expectsFault = false)
    {
        var own = Page.ViewportSize!;
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        var bytes = Encoding.UTF8.GetByteCount(await Page.ContentAsync());
        Assert.True(bytes < MostBytes, $"{name} has {bytes} bytes ({Page.Url})");
        IEnumerable<(ViewportSize, string)> sizes = Folder is null ? [(Phone, "")] : [(Desk, ""), (Phone, "-phone")];
        foreach (var (size, suffix) in sizes)
        {
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (Folder is not null)
            {
                await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}{suffix}.png"), FullPage = true });
            }

            Assert.True(wide <= 0, $"{name} is {wide} px wider than {size.Width} px ({Page.Url})");
        }

        await Page.SetViewportSizeAsync(own.Width, own.Height);
        Assert.True(expectsFault == (_faults.Count > 0), $"{name}: {string.Join('\n', _faults)}");
        _faults.Clear();
    }

    private void Fault(bool isOne, string what)
    {
        if (isOne)
        {
            _faults.Add(what);
        }
    }
}
