using Microsoft.Playwright;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Rendering;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>
/// Prints papers: the page by Chromium, the text document by LibreOffice. One browser and one LibreOffice for all of them; by default a
/// few, all of them where the environment has ZONEFLOW_FULL=1.
/// </summary>
public sealed class Press : IAsyncLifetime
{
    private const string Site = "http://paper.test";

    private static readonly string[] Few =
    [
        "liaoning-2025-approval", "liaoning-2025-rectification", "liaoning-2025-public-notice", "liaoning-2025-certificate", "liaoning-2025-ending",
        "liaoning-2025-recommendation", "jilin-2018-approval", "beijing-2023-recognition", "xuzhou-quanshan-2024-declined", "shenyang-2020-fund-breach",
    ];

    private readonly Dictionary<string, PdfPages> _pages = [];
    private string _folder = "";

    public static bool IsFull => Environment.GetEnvironmentVariable("ZONEFLOW_FULL") == "1";

    internal static IReadOnlyDictionary<string, Paper> Papers { get; } =
        SamplePapers.Letters.Where(l => IsFull || Few.Contains(l.Key)).Concat(SamplePapers.Forms)
            .Append(new("long", SamplePapers.Long)).Append(new("long-document", SamplePapers.LongDocument)).Append(new("long-name", SamplePapers.LongName))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (NeedsChromiumAttribute.Chromium is not { } chromium || !File.Exists(NeedsPopplerAttribute.PdfToText))
        {
            return;
        }

        _folder = Environment.GetEnvironmentVariable("ZONEFLOW_PAPERS") ?? Directory.CreateTempSubdirectory("zoneflow-papers-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "docx"));
        await PrintAsync(chromium);
        foreach (var name in Papers.Keys)
        {
            _pages[name] = await PdfPages.ReadAsync(PagePdf(name));
        }
    }

    public Task DisposeAsync()
    {
        if (_folder.Length > 0 && Environment.GetEnvironmentVariable("ZONEFLOW_PAPERS") is null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    internal PdfPages Pages(string name) => _pages[name];

    internal string PagePdf(string name) => Path.Combine(_folder, $"{name}.pdf");

    internal string DocxPdf(string name) => Path.Combine(_folder, "docx", $"{name}.pdf");

    /// <summary>All text documents through one LibreOffice with a home of its own.</summary>
    internal async Task ConvertAsync()
    {
        var files = new List<string>();
        foreach (var (name, paper) in Papers)
        {
            var file = Path.Combine(_folder, "docx", $"{name}.docx");
            await File.WriteAllBytesAsync(file, PaperDocx.Of(paper));
            files.Add(file);
        }

        var home = Path.Combine(_folder, "home");
        Directory.CreateDirectory(home);
        await Programs.RunAsync(
            NeedsLibreOfficeAttribute.Office,
            [$"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf", "--outdir", Path.Combine(_folder, "docx"), .. files], home);
    }

    private async Task PrintAsync(string chromium)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "zh-CN" });
        await context.RouteAsync($"{Site}/**", Answer);
        var page = await context.NewPageAsync();
        foreach (var name in Papers.Keys)
        {
            await page.GotoAsync($"{Site}/{name}");
            await page.PdfAsync(new() { Path = PagePdf(name), PreferCSSPageSize = true, PrintBackground = true });
        }
    }

    private static async Task Answer(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath.Trim('/');
        await (Papers.TryGetValue(path, out var paper)
            ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = await PageRenderer.RenderAsync<PaperPage, PaperPageModel>(new PaperPageModel(paper)) })
            : route.FulfillAsync(new() { ContentType = "text/css; charset=utf-8", Body = PaperStyles.Text }));
    }
}
